package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How one fault is injected. A new fault is a new class, and one line in {@link #ALL}. */
interface FaultMechanism {

    /** Those that need no more than the request; changed values and stale responses depend on the run. */
    List<FaultMechanism> ALL = List.of(
            new WrongStatus(Fault.STATUS_500, 500, "Internal Server Error"),
            new WrongStatus(Fault.STATUS_502, 502, "Bad Gateway"),
            new WrongStatus(Fault.STATUS_503, 503, "Service Unavailable"),
            new WrongStatus(Fault.STATUS_504, 504, "Gateway Timeout"),
            new WrongStatus(Fault.STATUS_429, 429, "Too Many Requests"),
            new WrongStatus(Fault.STATUS_404, 404, "Not Found"),
            new WrongStatus(Fault.STATUS_403, 403, "Forbidden"),
            new WrongStatus(Fault.STATUS_401, 401, "Unauthorized"),
            new LoginRedirect(),
            new EmptyBody(),
            new HtmlErrorPage(),
            new WrongShape(),
            new TruncatedBody(),
            new StaleResponse(),
            new ResetConnection(),
            new FaultyConnection(Fault.REFUSED),
            new FaultyConnection(Fault.CERTIFICATE_EXPIRES),
            new FaultyConnection(Fault.CERTIFICATE_HOST),
            new FaultyConnection(Fault.CERTIFICATE_UNTRUSTED),
            new LateResponse(),
            new MissingBody(),
            new SlowBody());

    /** Returns the mechanism of a fault; empty for one that depends on the run. */
    static Optional<FaultMechanism> of(Fault fault) {
        return ALL.stream().filter(mechanism -> mechanism.fault() == fault).findFirst();
    }

    Fault fault();

    /** Returns whether the response of a control run can have the fault. */
    boolean appliesTo(RecordedRequest healthy);

    /** Answers a request wrongly. */
    void answer(FaultedRequest request) throws IOException, InterruptedException;
}

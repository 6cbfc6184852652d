package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * A fault for one run.
 *
 * @param mechanism how it is injected
 * @param target the requests into whose responses it is injected
 * @param healthy the request in a control run, with the healthy response to it
 * @param tooLate the time after which a response is later than the canary's timeout
 */
record InjectedFault(FaultMechanism mechanism, FaultTarget target, RecordedRequest healthy, Duration tooLate) {

    Fault fault() {
        return mechanism.fault();
    }

    /** Returns whether it concerns every connection of a run. */
    boolean concernsWholeRun() {
        return mechanism instanceof FaultyConnection;
    }

    /** Returns the URI that the request reads, where it is the same in every run. */
    Optional<String> read() {
        boolean same = healthy.request().method().equals("GET") && !target.key().contains("{}");
        return same ? Optional.of(healthy.request().uri()) : Optional.empty();
    }
}

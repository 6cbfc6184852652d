package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import dev.andon.internal.canary.prove.StaleResponses.Served;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges recorded runs: whether the canary detected a fault. Pure. */
final class ProofVerdict {
    private static final String READS_THE_SAME =
            "it reads the same in every run, so an old response passes for a new one: write something new in each run";
    private static final String READS_ITS_OWN = "it reads back what it wrote at an address that nobody knows before it"
            + " writes, so its other reads need not detect a stale response";
    private static final String NOT_STALE = "it reads nothing back that had another response before it wrote";
    private static final Pattern WRITE = Pattern.compile("(POST|PUT|PATCH|DELETE) ");
    private static final String VERIFIED = "another response is verified";

    private ProofVerdict() {}

    /** Returns whether a run detected the fault: somebody would be alerted by a failed check of the operation. */
    static boolean detected(ProofRun run) {
        boolean stale =
                run.fault().filter(injected -> injected.fault() == Fault.STALE).isPresent();
        // A red run that was served no stale response is red for another reason.
        Served served = run.recording().staleServed();
        return run.result().red() && (!stale || served == Served.OTHER || served == Served.HEADERS);
    }

    static String survived(NestedRun.Result result) {
        if (result.healthy()) {
            return "it stays green";
        }
        return result.onlyCleanupFailed()
                ? "only its cleanup fails: " + result.reason()
                : "it ends as unknown, which alerts nobody: " + result.reason();
    }

    /** Judges a stale response to one request. */
    static FaultResult stale(FaultCase at, ControlRuns control, Outcome outcome) {
        if (outcome.verdict() != FaultVerdict.SURVIVED || outcome.run().isEmpty()) {
            return new FaultResult(Fault.STALE, outcome.verdict(), at.shown(), outcome.reason());
        }
        // A read that has nothing to do with the write, such as of a clock, may differ by itself.
        RunRecording recording = outcome.run().get().recording();
        Served served = recording.staleServed();
        boolean related = control.readsWhatWasWritten(at);
        if (!related || served == Served.NONE || recording.staleLacking()) {
            return new FaultResult(Fault.STALE, FaultVerdict.NOT_APPLICABLE, at.shown(), NOT_STALE);
        }
        return new FaultResult(
                Fault.STALE,
                FaultVerdict.SURVIVED,
                at.shown(),
                served == Served.OTHER ? outcome.reason() : READS_THE_SAME);
    }

    /** Judges stale responses to all requests: one that is detected is enough. */
    static List<FaultResult> stale(Map<FaultCase, FaultResult> results, ControlRuns control) {
        boolean detected = results.values().stream().anyMatch(result -> result.verdict() == FaultVerdict.DETECTED);
        boolean readsItsOwn = results.entrySet().stream()
                .anyMatch(one ->
                        one.getValue().verdict() == FaultVerdict.NOT_APPLICABLE && control.readsItsOwn(one.getKey()));
        return results.values().stream()
                .map(result -> result.verdict() == FaultVerdict.SURVIVED && (detected || readsItsOwn)
                        ? covered(result, detected ? VERIFIED : READS_ITS_OWN)
                        : result)
                .toList();
    }

    static FaultResult covered(FaultResult result, String why) {
        return new FaultResult(result.fault(), FaultVerdict.COVERED, result.request(), why);
    }

    static FaultResult notApplicable(Fault fault, ProxiedCanary runner) {
        String reason =
                switch (fault) {
                    case EMPTY_BODY, HTML_PAGE, TRUNCATED_BODY, MISSING_BODY, SLOW_BODY -> "no response has a body";
                    case WRONG_SHAPE -> "no response is JSON";
                    case CHANGED_VALUE -> "no response has a body with values, so it verifies no value";
                    case STALE -> NOT_STALE;
                    case CERTIFICATE_EXPIRES, CERTIFICATE_HOST, CERTIFICATE_UNTRUSTED ->
                        !runner.upstream().isSecure()
                                ? "the service does not speak TLS in the proof"
                                : !runner.secures()
                                        ? "its own client does not trust the proof, which therefore speaks no TLS"
                                        : "it does not look at the days until the certificate expires";
                    default -> "it sends no HTTP/1.1 request that could have such a response";
                };
        return new FaultResult(fault, FaultVerdict.NOT_APPLICABLE, "", reason);
    }

    /** Judges one fault by its results for all requests. */
    static FaultResult summary(Fault fault, List<FaultResult> results) {
        List<FaultResult> survived = of(results, FaultVerdict.SURVIVED);
        if (!survived.isEmpty()) {
            String requests =
                    survived.stream().map(FaultResult::request).distinct().collect(Collectors.joining(", "));
            return new FaultResult(
                    fault, FaultVerdict.SURVIVED, requests, survived.get(0).reason());
        }
        for (FaultVerdict verdict :
                List.of(FaultVerdict.UNDECIDED, FaultVerdict.DETECTED, FaultVerdict.WAIVED, FaultVerdict.COVERED)) {
            List<FaultResult> found = of(results, verdict);
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        return results.get(0);
    }

    /** Returns what to do about a fault that survived. */
    static String fix(FaultResult survived) {
        return switch (survived.fault()) {
            case CERTIFICATE_EXPIRES ->
                "let it fail where the certificate expires soon: assert on client.connect().daysUntilCertificateExpires()";
            case CERTIFICATE_HOST, CERTIFICATE_UNTRUSTED ->
                "let it connect by a client that checks the certificate and its host, and let the exception pass";
            case REFUSED -> "let it fail where it cannot connect: let the exception pass";
            case CHANGED_VALUE ->
                WRITE.matcher(survived.request()).lookingAt()
                        ? "check the response to " + survived.request()
                                + ", or read back what it wrote: something new in each run"
                        : "check the response to " + survived.request();
            default ->
                RecordedRequest.isConnection(survived.request())
                        ? "let it fail where its connection is lost or late"
                        : "check the response to " + survived.request();
        };
    }

    private static List<FaultResult> of(List<FaultResult> results, FaultVerdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).toList();
    }
}

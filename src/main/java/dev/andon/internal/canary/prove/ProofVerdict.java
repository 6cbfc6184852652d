package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.StaleResponses.Served;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges recorded runs: whether the canary detected a fault. Pure. */
final class ProofVerdict {
    private static final String READS_THE_SAME =
            "it reads the same in every run, so an old response passes for a new one: write something new in each run";
    private static final String READS_ITS_OWN = "it reads back what it wrote at an address that nobody knows before it"
            + " writes, so its other reads need not detect a stale response";

    private ProofVerdict() {}

    /** Returns whether a run detected the fault: somebody would be alerted by a failed check of the operation. */
    static boolean detected(ProofRun run) {
        boolean stale =
                run.fault().filter(injected -> injected.fault() == Fault.STALE).isPresent();
        // A red run that was served no stale response is red for another reason.
        return run.result().red() && (!stale || run.staleServed() == Served.OTHER);
    }

    /**
     * Judges one fault of one request.
     *
     * @param runs the runs with this fault in this request; only the last one can have detected it
     */
    static FaultResult ofRequest(Fault fault, int number, ControlRuns control, List<ProofRun> runs) {
        String request = control.request(number).shown();
        ProofRun last = runs.get(runs.size() - 1);
        if (detected(last)) {
            return new FaultResult(
                    fault, FaultVerdict.DETECTED, request, last.result().reason());
        }
        if (fault == Fault.STALE) {
            // A read that has nothing to do with the write, such as of a clock, may differ by itself.
            boolean related = control.readsWhatWasWritten(number);
            if (related && last.staleServed() == Served.SAME) {
                return new FaultResult(fault, FaultVerdict.SURVIVED, request, READS_THE_SAME);
            }
            if (!related || last.staleServed() == Served.NONE) {
                return notApplicable(fault);
            }
        }
        return new FaultResult(fault, FaultVerdict.SURVIVED, request, survived(last.result()));
    }

    private static String survived(NestedRun.Result result) {
        if (result.healthy()) {
            return "it stays green";
        }
        return result.onlyCleanupFailed()
                ? "only its cleanup fails: " + result.reason()
                : "it ends as unknown, which alerts nobody: " + result.reason();
    }

    /**
     * Judges one fault of all requests into whose responses it was injected.
     *
     * @param results the result of each request, by its number; at least one
     */
    static FaultResult ofFault(Fault fault, Map<Integer, FaultResult> results, ControlRuns control) {
        boolean oneDetected = results.values().stream().anyMatch(result -> result.verdict() == FaultVerdict.DETECTED);
        if (oneDetected && FaultPlan.oneDetectionSuffices(fault)) {
            return first(results.values(), FaultVerdict.DETECTED);
        }
        boolean readsItsOwn = results.entrySet().stream()
                .anyMatch(one ->
                        one.getValue().verdict() == FaultVerdict.NOT_APPLICABLE && control.readsItsOwn(one.getKey()));
        if (readsItsOwn) {
            return new FaultResult(fault, FaultVerdict.NOT_APPLICABLE, "", READS_ITS_OWN);
        }
        List<FaultResult> survived = results.values().stream()
                .filter(result -> result.verdict() == FaultVerdict.SURVIVED)
                .toList();
        if (survived.isEmpty()) {
            return first(results.values(), oneDetected ? FaultVerdict.DETECTED : FaultVerdict.NOT_APPLICABLE);
        }
        String requests = survived.stream().map(FaultResult::request).collect(Collectors.joining(", "));
        return new FaultResult(
                fault, FaultVerdict.SURVIVED, requests, survived.get(0).reason());
    }

    private static FaultResult first(Collection<FaultResult> results, FaultVerdict verdict) {
        return results.stream()
                .filter(result -> result.verdict() == verdict)
                .findFirst()
                .orElseThrow();
    }

    static FaultResult notApplicable(Fault fault) {
        String reason =
                switch (fault) {
                    case EMPTY_BODY, HTML_PAGE, TRUNCATED_BODY -> "no response has a body";
                    case WRONG_SHAPE, CHANGED_VALUE -> "no response is JSON";
                    case STALE -> "it reads nothing back that had another response before it wrote";
                    default -> "it sends no HTTP/1.1 request that could have such a response";
                };
        return new FaultResult(fault, FaultVerdict.NOT_APPLICABLE, "", reason);
    }
}

package dev.andon.internal.prove;

import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.TestProof;
import java.time.Duration;
import java.util.List;

/** Puts together what a proof showed. */
final class ProofResults {

    private ProofResults() {}

    static TestProof undecided(ProofPlan plan, String reason) {
        return undecided(plan, reason, new TestControlRuns());
    }

    static TestProof undecided(ProofPlan plan, String reason, TestControlRuns control) {
        return new TestProof(
                plan.version(),
                plan.kind(),
                List.of(),
                leftOut(control),
                reason,
                plan.shard(),
                new TestProof.Timing(0, 0, 0, 0, 0));
    }

    /**
     * Puts it together.
     *
     * @param startNanos how long the first control run took
     * @param controlNanos how long the second took
     */
    static TestProof of(
            ProofPlan plan,
            TestControlRuns control,
            List<MethodFaultResult> results,
            long startNanos,
            long controlNanos,
            FaultTrials trials) {
        return new TestProof(
                plan.version(),
                plan.kind(),
                results,
                leftOut(control),
                "",
                plan.shard(),
                new TestProof.Timing(
                        startNanos / 1_000_000,
                        controlNanos / 1_000_000,
                        trials.millis(),
                        trials.executions(),
                        trials.neededMillis()));
    }

    private static List<TestProof.LeftOut> leftOut(TestControlRuns control) {
        return control.leftOut().entrySet().stream()
                .map(entry -> new TestProof.LeftOut(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns a duration as an annotation gives it: {@code 2m}, {@code 90s}. */
    static String words(Duration duration) {
        return duration.toSecondsPart() == 0 && duration.toMinutes() > 0
                ? duration.toMinutes() + "m"
                : duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}

package dev.andon.internal.canary.run;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.text.Durations;
import dev.andon.internal.text.Plural;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * When a deployment counts as healthy, which is fixed before the first run.
 *
 * @param runs how often each canary runs
 * @param over the time over which its runs are spread; zero for one after the other
 * @param atLeast how many of the runs of each canary must succeed
 */
public record GateCriterion(int runs, Duration over, int atLeast) {

    /** What a gate says of one canary, or of all. */
    public enum Health {
        /** Enough runs have succeeded. */
        HEALTHY,
        /** So many runs have failed that not enough can succeed. */
        UNHEALTHY,
        /** Neither: too many runs gave no result. */
        UNDECIDED;

        /** Returns the word in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns what the runs of one canary say, all of them or the first ones.
     *
     * @param results the runs, one for each time that the canary ran
     */
    public Health of(List<CanaryOutcome> results) {
        long good = results.stream().filter(GateCriterion::good).count();
        long failed = results.stream().filter(CanaryOutcome.FAILURE::equals).count();
        if (failed > runs - atLeast) {
            return Health.UNHEALTHY;
        }
        return good >= atLeast ? Health.HEALTHY : Health.UNDECIDED;
    }

    static boolean good(CanaryOutcome outcome) {
        return outcome == CanaryOutcome.SUCCESS || outcome == CanaryOutcome.DEGRADED;
    }

    /** Returns the outcome of one time that a canary ran, which is the worst of its tests. */
    public static CanaryOutcome worst(List<RunEnd> tests) {
        List<CanaryOutcome> outcomes = tests.stream().map(RunEnd::outcome).toList();
        for (CanaryOutcome bad : List.of(CanaryOutcome.FAILURE, CanaryOutcome.UNKNOWN, CanaryOutcome.DEGRADED)) {
            if (outcomes.contains(bad)) {
                return bad;
            }
        }
        return outcomes.isEmpty() ? CanaryOutcome.UNKNOWN : CanaryOutcome.SUCCESS;
    }

    /** Returns the pause between the starts of two runs. */
    public Duration pause() {
        return runs > 1 ? over.dividedBy(runs - 1L) : Duration.ZERO;
    }

    /** Returns the criterion in a sentence. */
    public String text(int canaries) {
        return "healthy if each of " + Plural.count(canaries, "canary") + " succeeds in at least " + atLeast + " of "
                + Plural.count(runs, "run") + (over.isZero() ? "" : " within " + Durations.text(over));
    }
}

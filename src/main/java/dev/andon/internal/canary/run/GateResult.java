package dev.andon.internal.canary.run;

import dev.andon.internal.canary.run.GateCriterion.Health;
import dev.andon.internal.formats.RunEnd;
import java.util.List;

/**
 * What a gate found out about one canary.
 *
 * @param canary the canary
 * @param health the verdict
 * @param before whether it was unhealthy at the previous target
 * @param problem why it does not count, whatever its runs say; empty where it counts
 * @param runs its runs in order, each with how its tests ended
 */
public record GateResult(LoadedCanary canary, Health health, boolean before, String problem, List<List<RunEnd>> runs) {

    /** Returns the verdict and its reason, in a few words. */
    public String text() {
        String reason = problem.isEmpty()
                ? runs.stream()
                        .flatMap(List::stream)
                        .filter(run -> !run.succeeded())
                        .map(run -> run.outcome().id() + ": " + run.reason())
                        .findFirst()
                        .orElse("")
                : problem;
        long good = runs.stream()
                .map(GateCriterion::worst)
                .filter(GateCriterion::good)
                .count();
        return health.word() + ", " + good + " of " + runs.size() + " runs good"
                + (before ? ", unhealthy at the previous target too" : "")
                + (reason.isEmpty() ? "" : "; " + reason);
    }
}

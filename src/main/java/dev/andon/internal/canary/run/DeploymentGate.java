package dev.andon.internal.canary.run;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.prove.RunConditions;
import dev.andon.internal.canary.run.GateCriterion.Health;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs all canaries against a deployment, and decides by a criterion that is fixed before. */
public final class DeploymentGate {
    private final List<LoadedCanary> canaries;
    private final GateCriterion criterion;
    private final Function<LoadedCanary, Optional<String>> unproven;
    private final Consumer<RunEnd> progress;

    /**
     * Makes one.
     *
     * @param unproven why a canary does not count as proven; empty where it does
     * @param progress is told of each run
     */
    public DeploymentGate(
            List<LoadedCanary> canaries,
            GateCriterion criterion,
            Function<LoadedCanary, Optional<String>> unproven,
            Consumer<RunEnd> progress) {
        this.canaries = List.copyOf(canaries);
        this.criterion = criterion;
        this.unproven = unproven;
        this.progress = progress;
    }

    /**
     * Runs the canaries.
     *
     * @param deployment runs them against the deployment
     * @param previous runs them against what was deployed before, which is asked first; empty where nothing is known of it
     * @throws InterruptedException if the thread is interrupted between two runs
     */
    public List<GateResult> decide(CanaryInvocation deployment, Optional<CanaryInvocation> previous)
            throws InterruptedException {
        Set<String> before = new HashSet<>();
        if (previous.isPresent()) {
            for (LoadedCanary canary : canaries) {
                if (GateCriterion.worst(run(canary, previous.get())) == CanaryOutcome.FAILURE) {
                    before.add(canary.name());
                }
            }
        }
        Map<LoadedCanary, String> problems = new HashMap<>();
        canaries.forEach(canary -> problem(canary).ifPresent(problem -> problems.put(canary, problem)));
        Map<LoadedCanary, List<List<RunEnd>>> runs = new HashMap<>();
        for (int run = 0; run < criterion.runs(); run++) {
            long due = System.nanoTime() + criterion.pause().toNanos();
            for (LoadedCanary canary : canaries) {
                runs.computeIfAbsent(canary, key -> new ArrayList<>()).add(run(canary, deployment));
            }
            if (run + 1 < criterion.runs()) {
                Thread.sleep(
                        Math.max(0, Duration.ofNanos(due - System.nanoTime()).toMillis()));
            }
        }
        return canaries.stream()
                .map(canary -> {
                    String problem = problems.getOrDefault(canary, "");
                    List<List<RunEnd>> own = runs.getOrDefault(canary, List.of());
                    Health health =
                            criterion.of(own.stream().map(GateCriterion::worst).toList());
                    return new GateResult(
                            canary,
                            health == Health.HEALTHY && !problem.isEmpty() ? Health.UNDECIDED : health,
                            before.contains(canary.name()),
                            problem,
                            own);
                })
                .toList();
    }

    private Optional<String> problem(LoadedCanary canary) {
        return RunConditions.of(canary.type())
                .map(condition -> "it runs only where " + condition + " lets it: remove the condition")
                .or(() -> unproven.apply(canary));
    }

    private List<RunEnd> run(LoadedCanary canary, CanaryInvocation invocation) {
        List<RunEnd> ends = invocation.run(canary, RunMode.GATE, Optional.empty(), "");
        ends.forEach(progress);
        return ends;
    }
}

package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryRun;
import dev.andon.internal.canary.record.PublishedRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a canary by a launcher of its own, unchanged, of which the build around it takes no notice. */
final class NestedRun implements TestExecutionListener {
    private final List<CanaryRun> runs = Collections.synchronizedList(new ArrayList<>());
    private final List<CanaryRun> byOperation = Collections.synchronizedList(new ArrayList<>());
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    private volatile boolean asked;

    private NestedRun() {}

    /**
     * What came of it.
     *
     * @param runs the runs of its test methods
     * @param byOperation those of them that ended as they did by the operation, not by its clean-up
     * @param broken what was thrown outside of them
     * @param asked whether it asked where to go, or for a credential, to speak by its own means
     * @param cause why it went wrong, where somebody else knows better than the canary; else empty
     */
    record Result(List<CanaryRun> runs, List<CanaryRun> byOperation, List<String> broken, boolean asked, String cause) {

        static final Result NONE = new Result(List.of(), List.of(), List.of(), false, "");

        Result because(String known) {
            return new Result(runs, byOperation, broken, asked, known);
        }

        /** Whether every run went well, and there was one. */
        boolean healthy() {
            return broken.isEmpty()
                    && !runs.isEmpty()
                    && runs.stream()
                            .allMatch(run ->
                                    run.outcome() == CanaryOutcome.SUCCESS || run.outcome() == CanaryOutcome.DEGRADED);
        }

        /** Whether a check of the operation would page somebody: what is unknown pages nobody. */
        boolean red() {
            return byOperation.stream().anyMatch(run -> run.outcome() == CanaryOutcome.FAILURE);
        }

        boolean onlyCleanupFailed() {
            return byOperation.isEmpty() && !runs.isEmpty();
        }

        String reason() {
            if (!cause.isEmpty()) {
                return cause;
            }
            return runs.stream()
                    .filter(run -> run.outcome() == CanaryOutcome.FAILURE || run.outcome() == CanaryOutcome.UNKNOWN)
                    .map(CanaryRun::reason)
                    .findFirst()
                    .or(() -> broken.stream().findFirst())
                    .orElse(runs.isEmpty() ? "no test of it ran" : "");
        }
    }

    static Result of(Class<?> canary, Map<String, String> parameters) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(canary))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false");
        parameters.forEach(request::configurationParameter);
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build());
        NestedRun listener = new NestedRun();
        launcher.execute(request.build(), listener);
        return new Result(
                List.copyOf(listener.runs),
                List.copyOf(listener.byOperation),
                List.copyOf(listener.broken),
                listener.asked,
                "");
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        PublishedRun.of(entry.getKeyValuePairs()).ifPresent(published -> {
            asked |= published.asked();
            runs.add(published.run());
            if (!published.onlyCleanupFailed()) {
                byOperation.add(published.run());
            }
        });
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        broken.add(identifier.getDisplayName() + " is disabled: " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isContainer() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            broken.add(result.getThrowable().map(Throwable::getMessage).orElse("aborted"));
        }
    }
}

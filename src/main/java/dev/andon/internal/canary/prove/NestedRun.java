package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.launch.CanaryLauncher;
import dev.andon.internal.canary.record.PublishedRun;
import dev.andon.internal.formats.RunEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Runs a canary unchanged by a launcher of its own, without the listeners of the build. */
final class NestedRun implements TestExecutionListener {
    private final List<RunEnd> runs = Collections.synchronizedList(new ArrayList<>());
    private final List<RunEnd> byOperation = Collections.synchronizedList(new ArrayList<>());
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    private volatile boolean asked;
    private volatile @Nullable Instant operationEnded;

    private NestedRun() {}

    /**
     * The outcome.
     *
     * @param runs the runs of its test methods
     * @param byOperation those of them whose outcome was decided by the operation, not by the cleanup
     * @param broken what was thrown outside of them
     * @param asked whether it asked for the target's URI or for a credential, to connect by its own means
     * @param operationEnded when its operation ended and its cleanup began; empty where nothing ran
     * @param cause why it failed, where the proxy knows better than the canary; else empty
     */
    record Result(
            List<RunEnd> runs,
            List<RunEnd> byOperation,
            List<String> broken,
            boolean asked,
            Optional<Instant> operationEnded,
            String cause) {

        Result because(String known) {
            return new Result(runs, byOperation, broken, asked, operationEnded, known);
        }

        /** Returns how long the operation took. */
        Duration duration() {
            return runs.stream().map(RunEnd::duration).max(Duration::compareTo).orElse(Duration.ZERO);
        }

        /** Returns whether every run was green, and there was one. */
        boolean healthy() {
            return broken.isEmpty()
                    && !runs.isEmpty()
                    && runs.stream().allMatch(run -> run.cleanupFailure().isEmpty() && run.succeeded());
        }

        /** Returns whether a failed check of the operation would alert somebody; an unknown outcome alerts nobody. */
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
                    .map(RunEnd::reason)
                    .findFirst()
                    .or(() -> runs.stream()
                            .map(RunEnd::cleanupFailure)
                            .filter(text -> !text.isEmpty())
                            .findFirst())
                    .or(() -> broken.stream().findFirst())
                    .orElse(runs.isEmpty() ? "none of its tests ran" : "");
        }
    }

    static Result of(Class<?> canary, Map<String, String> parameters) {
        NestedRun listener = new NestedRun();
        BuildProperties.hidden(() -> {
            CanaryLauncher.run(canary, parameters, listener);
            return listener;
        });
        return new Result(
                List.copyOf(listener.runs),
                List.copyOf(listener.byOperation),
                List.copyOf(listener.broken),
                listener.asked,
                Optional.ofNullable(listener.operationEnded),
                "");
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        PublishedRun.of(entry.getKeyValuePairs()).ifPresent(published -> {
            asked |= published.asked();
            operationEnded = published.operationEnded();
            runs.add(published.run());
            if (!onlyCleanupFailed(published.run())) {
                byOperation.add(published.run());
            }
        });
    }

    private static boolean onlyCleanupFailed(RunEnd run) {
        return !run.cleanupFailure().isEmpty() && run.succeeded();
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

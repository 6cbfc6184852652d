package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.record.PublishedRun;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.spec.CanaryDeclarations;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunStart;
import dev.andon.internal.text.PlatformVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes what canaries publish into the canary log, and a line of its own for each canary that could publish nothing: one
 * that is disabled, whose configuration is wrong, or whose {@code @BeforeAll} failed. A canary that is silently not run would
 * else look like a service that is up.
 */
public final class RunRecorder implements TestExecutionListener {
    private static final TestTag CANARY = TestTag.create("canary");

    /** The identifiers of what has left a line, and of all that they belong to. */
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    private final Map<String, RunStart> begun = new ConcurrentHashMap<>();
    private final @Nullable Consumer<CanaryLogLine> sink;
    private volatile @Nullable TestPlan plan;
    private volatile @Nullable RunLog log;

    /** Made by the launcher. */
    public RunRecorder() {
        this.sink = null;
    }

    /** Makes one that hands each line on, in place of writing it. */
    public RunRecorder(Consumer<CanaryLogLine> sink) {
        this.sink = sink;
    }

    /** Returns the two lines of a canary that was due and was not run. */
    public static List<CanaryLogLine> notRun(Class<?> canary, Map<String, String> parameters, String reason) {
        RunStart start = RunStarts.begin(
                CanaryDeclarations.specOrUsual(canary), CanarySettings.of(parameters), canary, Instant.now());
        return List.of(start, unknown(start, reason, ""));
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        if (PlatformVersion.isSupported()) {
            PlanKeys.of(started);
            plan = started;
        }
        log = null;
        recorded.clear();
        begun.clear();
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        PublishedRun.line(entry.getKeyValuePairs()).ifPresent(line -> {
            if (line instanceof RunStart start) {
                begun.put(identifier.getUniqueId(), start);
            } else {
                mark(identifier);
            }
            append(line);
        });
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        canary(identifier).ifPresent(type -> unknown(identifier, type, "was not run: " + reason, ""));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        boolean green = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        boolean method = identifier.isContainer() && source(identifier) instanceof MethodSource;
        if (recorded.contains(identifier.getUniqueId()) || (green && method)) {
            return;
        }
        canary(identifier).ifPresent(type -> {
            Throwable thrown = result.getThrowable().orElse(null);
            String reason = thrown == null ? "none of its tests ran" : RunOutcome.text(thrown);
            unknown(
                    identifier,
                    type,
                    reason,
                    thrown == null ? "" : thrown.getClass().getName());
        });
    }

    private void unknown(TestIdentifier identifier, Class<?> type, String reason, String errorType) {
        RunStart start = begun.remove(identifier.getUniqueId());
        if (start == null) {
            start = RunStarts.begin(CanaryDeclarations.specOrUsual(type), settings(), type, Instant.now());
            append(start);
        }
        append(unknown(start, reason, errorType));
        mark(identifier);
    }

    private static RunEnd unknown(RunStart start, String reason, String errorType) {
        return new RunEnd(
                start,
                Duration.ZERO,
                CanaryOutcome.UNKNOWN,
                new Secrets().redact(reason),
                errorType,
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private void mark(TestIdentifier identifier) {
        TestPlan current = plan;
        Optional<TestIdentifier> at = Optional.of(identifier);
        while (at.isPresent()) {
            recorded.add(at.get().getUniqueId());
            at = current == null ? Optional.empty() : at.flatMap(current::getParent);
        }
    }

    private static @Nullable TestSource source(TestIdentifier identifier) {
        return identifier.getSource().orElse(null);
    }

    private static Optional<Class<?>> canary(TestIdentifier identifier) {
        if (!identifier.getTags().contains(CANARY)) {
            return Optional.empty();
        }
        try {
            TestSource source = source(identifier);
            Class<?> type = source instanceof ClassSource of
                    ? of.getJavaClass()
                    : source instanceof MethodSource of ? of.getJavaClass() : null;
            return Optional.<Class<?>>ofNullable(type)
                    .filter(found -> CanaryDeclarations.of(found).isPresent());
        } catch (JUnitException unloadable) {
            return Optional.empty();
        }
    }

    private CanarySettings settings() {
        TestPlan current = plan;
        return CanarySettings.of(key -> current == null
                ? Optional.empty()
                : current.getConfigurationParameters().get(key));
    }

    private synchronized void append(CanaryLogLine line) {
        if (sink != null) {
            sink.accept(line);
            return;
        }
        RunLog open = log;
        if (open == null) {
            open = LogSettings.log(settings());
            log = open;
        }
        open.append(line);
    }
}

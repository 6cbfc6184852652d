package dev.andon.internal.canary.run;

import dev.andon.internal.canary.launch.CanaryLauncher;
import dev.andon.internal.canary.spec.RunOverrides;
import dev.andon.internal.canary.write.RunRecorder;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.platform.commons.JUnitException;

/** Runs canaries in this JVM. */
public final class CanaryInvocation implements Invocation {
    private final Map<String, String> parameters;
    private final Map<String, String> tolerances;
    private final Consumer<CanaryLogLine> lines;

    /**
     * Makes one.
     *
     * @param parameters JUnit configuration parameters, such as the target
     * @param tolerances the tolerance of a canary in place of the one that it declares, by the canary's name
     * @param lines takes each line of the log, by several threads
     */
    public CanaryInvocation(
            Map<String, String> parameters, Map<String, String> tolerances, Consumer<CanaryLogLine> lines) {
        this.parameters = Map.copyOf(parameters);
        this.tolerances = Map.copyOf(tolerances);
        this.lines = lines;
    }

    /** Runs a canary on this thread. */
    @Override
    public List<RunEnd> run(LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted) {
        List<RunEnd> ends = Collections.synchronizedList(new ArrayList<>());
        Consumer<CanaryLogLine> both = line -> {
            lines.accept(line);
            if (line instanceof RunEnd end) {
                ends.add(end);
            }
        };
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(canary.type().getClassLoader());
        try {
            RunOverrides.with(overrides(canary, mode, scheduled, muted), () -> {
                try {
                    CanaryLauncher.run(canary.type(), parameters, new RunRecorder(both));
                } catch (JUnitException undiscovered) {
                    notRun(canary, String.valueOf(undiscovered.getMessage()), both);
                }
                if (ends.isEmpty()) {
                    notRun(canary, "none of its tests ran", both);
                }
                return ends;
            });
        } finally {
            thread.setContextClassLoader(before);
        }
        return List.copyOf(ends);
    }

    @Override
    public boolean inThisJvm() {
        return true;
    }

    @Override
    public Duration overhead() {
        return Duration.ofSeconds(1);
    }

    /** A canary that ignores its timeout cannot be ended but with this JVM. */
    @Override
    public void close() {}

    @Override
    public void notRun(LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted, String reason) {
        RunOverrides.with(overrides(canary, mode, scheduled, muted), () -> {
            notRun(canary, reason, lines);
            return reason;
        });
    }

    private void notRun(LoadedCanary canary, String reason, Consumer<CanaryLogLine> to) {
        RunRecorder.notRun(canary.type(), parameters, reason).forEach(to);
    }

    private Map<String, String> overrides(
            LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("andon.canary.mode", mode.id());
        scheduled.ifPresent(due -> overrides.put("andon.canary.scheduled", due.toString()));
        if (!muted.isEmpty()) {
            overrides.put("andon.canary.muted", muted);
        }
        Optional.ofNullable(tolerances.get(canary.name()))
                .ifPresent(tolerance -> overrides.put(RunOverrides.TOLERANCE, tolerance));
        return overrides;
    }
}

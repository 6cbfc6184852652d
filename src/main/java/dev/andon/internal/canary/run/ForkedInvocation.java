package dev.andon.internal.canary.run;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.RunStart;
import dev.andon.internal.text.Durations;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Runs each canary in a JVM of its own, which ends with the run: what a canary exhausts, ends or leaves behind costs that run
 * alone.
 */
public final class ForkedInvocation implements Invocation {
    /** So late its first line may come: a machine that is short of processor time starts a JVM slowly. */
    private static final Duration START = Duration.ofSeconds(60);

    /** The JVM keeps the timeout itself; so late, it does not answer at all. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String classPath;
    private final Map<String, String> parameters;
    private final Map<String, String> tolerances;
    private final Consumer<CanaryLogLine> lines;
    private final CanaryInvocation own;
    private final Set<ForkedJvm> living = ConcurrentHashMap.newKeySet();

    /**
     * Makes one.
     *
     * @param classPath the jars and folders of the canaries, as written
     * @param parameters JUnit configuration parameters, such as the target
     * @param tolerances the tolerance of a canary in place of the one that it declares, by the canary's name
     * @param lines takes each line of the log, by several threads
     */
    public ForkedInvocation(
            String classPath,
            Map<String, String> parameters,
            Map<String, String> tolerances,
            Consumer<CanaryLogLine> lines) {
        this.classPath = classPath;
        this.parameters = Map.copyOf(parameters);
        this.tolerances = Map.copyOf(tolerances);
        this.lines = lines;
        this.own = new CanaryInvocation(parameters, tolerances, lines);
    }

    @Override
    public List<RunEnd> run(LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted) {
        Lines taken = new Lines();
        ForkRequest request = new ForkRequest(
                classPath,
                canary.type().getName(),
                mode,
                scheduled,
                muted,
                parameters,
                tolerances,
                ForkedJvm.properties());
        String problem = "";
        try (ForkedJvm jvm = ForkedJvm.start(request)) {
            living.add(jvm);
            try {
                problem = taken.all(jvm);
            } finally {
                living.remove(jvm);
            }
        } catch (IOException unstarted) {
            problem = "did not start: " + unstarted;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            problem = "was ended with the runner";
        }
        if (!problem.isEmpty() || taken.ends.isEmpty()) {
            taken.end(canary, mode, scheduled, muted, "the canary's own JVM " + problem);
        }
        return List.copyOf(taken.ends);
    }

    /** The lines of one run. */
    private final class Lines {
        private final List<RunEnd> ends = new ArrayList<>();
        private Optional<RunStart> open = Optional.empty();

        /** Takes them until the JVM is done; returns why it was not, or nothing. */
        String all(ForkedJvm jvm) throws InterruptedException {
            Duration allowed = START;
            long began = System.nanoTime();
            while (true) {
                Optional<String> line = jvm.next(began + allowed.toNanos());
                if (line.isEmpty()) {
                    return jvm.exitCode()
                            .map(code -> "ended with the exit code " + code + " before the run had ended")
                            .orElse("did not answer for " + Durations.text(allowed) + ", and was killed");
                }
                if (line.get().equals(ForkedJvm.DONE)) {
                    return "";
                }
                CanaryLogLine next;
                try {
                    next = CanaryLogCodec.decode(line.get(), "the canary's own JVM");
                } catch (MalformedFileException cutOffOrForeign) {
                    return "wrote a line that cannot be read, and was killed";
                }
                open = next instanceof RunStart start ? Optional.of(start) : Optional.empty();
                began = System.nanoTime();
                allowed = open.map(start ->
                                start.canary().timeout().multipliedBy(2).plus(GRACE))
                        .orElse(START);
                take(next);
            }
        }

        void end(LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted, String reason) {
            if (open.isPresent()) {
                take(unknown(open.get(), reason));
            } else if (ends.isEmpty()) {
                new CanaryInvocation(parameters, tolerances, this::take).notRun(canary, mode, scheduled, muted, reason);
            }
        }

        private void take(CanaryLogLine line) {
            lines.accept(line);
            if (line instanceof RunEnd end) {
                ends.add(end);
            }
        }
    }

    private static RunEnd unknown(RunStart start, String reason) {
        Duration lasted = Duration.between(start.started(), Instant.now());
        return new RunEnd(
                start,
                lasted.isNegative() ? Duration.ZERO : lasted,
                CanaryOutcome.UNKNOWN,
                reason,
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    @Override
    public void notRun(LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted, String reason) {
        own.notRun(canary, mode, scheduled, muted, reason);
    }

    @Override
    public boolean inThisJvm() {
        return false;
    }

    @Override
    public Duration overhead() {
        return START.plus(GRACE);
    }

    @Override
    public void close() {
        living.forEach(ForkedJvm::close);
    }
}

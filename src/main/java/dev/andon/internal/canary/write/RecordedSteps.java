package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryStep;
import dev.andon.canary.CanarySteps;
import dev.andon.internal.canary.spec.Durations;
import dev.andon.internal.canary.spec.RunOverrides;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Records the steps of a canary in order, from any thread. */
final class RecordedSteps implements CanarySteps {
    /** Keeps a canary that polls from filling its log. */
    private static final int MOST = 200;

    /** The longest pause of a canary that polls, in the runs of a proof: set by {@link RunOverrides}. */
    private static final String PAUSE = "andon.canary.pause";

    private final Optional<Duration> mostPause = RunOverrides.value(PAUSE).flatMap(Durations::parse);
    private final Trace trace;
    private final Secrets secrets;
    private final Clock clock;
    private final List<CanaryStep> steps = new ArrayList<>();
    private final ThreadLocal<String> span = new ThreadLocal<>();
    private boolean begun;
    private boolean cleanup;
    private boolean closed;

    RecordedSteps(Trace trace, Secrets secrets, Clock clock) {
        this.trace = trace;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The result of a step, and its status in the log. */
    record Ended<T>(T result, String status) {}

    @Override
    public <T> T step(String name, Callable<T> step) throws Exception {
        return record(name, ignored -> new Ended<>(step.call(), "ok"));
    }

    @Override
    public void run(String name, Action step) throws Exception {
        step(name, () -> {
            step.run();
            return true;
        });
    }

    @Override
    public void await(String name, Duration interval, Duration limit, Action check) throws Exception {
        Deadline end = Deadline.in(limit);
        Duration pause = mostPause.filter(most -> most.compareTo(interval) < 0).orElse(interval);
        run(name, () -> {
            while (true) {
                try {
                    check.run();
                    return;
                } catch (AssertionError notYet) {
                    if (end.left().compareTo(pause) <= 0) {
                        throw notYet;
                    }
                }
                Thread.sleep(pause.toMillis());
            }
        });
    }

    /** A step that gets its own span. */
    @FunctionalInterface
    interface Work<T> {
        Ended<T> run(String span) throws Exception;
    }

    <T> T record(String name, Work<T> work) throws Exception {
        String own = Trace.newSpan();
        String outer = span.get();
        Instant started = clock.instant();
        long from = System.nanoTime();
        begin();
        span.set(own);
        String status = "failed";
        try {
            Ended<T> ended = work.run(own);
            status = ended.status();
            return ended.result();
        } finally {
            span.set(outer);
            add(name, started, Duration.ofNanos(System.nanoTime() - from), status, own);
        }
    }

    private synchronized void begin() {
        begun = true;
    }

    private synchronized void add(String name, Instant started, Duration duration, String status, String own) {
        if (!closed && steps.size() < MOST) {
            steps.add(new CanaryStep(
                    secrets.redact(name),
                    started,
                    duration,
                    status,
                    status.equals("failed"),
                    trace.id(),
                    own,
                    cleanup));
        }
    }

    synchronized boolean begun() {
        return begun;
    }

    synchronized void cleanup() {
        cleanup = true;
    }

    /** Returns the steps; later steps of an abandoned thread do not belong to the run. */
    synchronized List<CanaryStep> close() {
        closed = true;
        return List.copyOf(steps);
    }

    @Override
    public String traceparent() {
        String own = span.get();
        return trace.parent(own == null ? Trace.newSpan() : own);
    }

    @Override
    public String tracestate() {
        return trace.state();
    }

    @Override
    public String userAgent() {
        return trace.userAgent();
    }
}

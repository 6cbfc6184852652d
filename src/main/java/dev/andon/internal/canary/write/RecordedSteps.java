package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryStep;
import dev.andon.canary.CanarySteps;
import dev.andon.internal.canary.spec.RunOverrides;
import dev.andon.internal.text.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Records the steps of a canary in order, from any thread. */
final class RecordedSteps implements CanarySteps {
    /** Keeps a canary that polls from filling its log. */
    private static final int MOST = 200;

    private static final String ABANDONED = "abandoned";

    /** The longest pause of a canary that polls, in the runs of a proof: set by {@link RunOverrides}. */
    private static final String PAUSE = "andon.canary.pause";

    private final Optional<Duration> mostPause = RunOverrides.value(PAUSE).flatMap(Durations::parse);
    private final Trace trace;
    private final Secrets secrets;
    private final Clock clock;
    private final List<CanaryStep> steps = new ArrayList<>();
    private final Map<String, OpenStep> open = new LinkedHashMap<>();
    private final ThreadLocal<String> span = new ThreadLocal<>();
    private boolean begun;
    private boolean cleanup;
    private boolean closed;

    RecordedSteps(Trace trace, Secrets secrets, Clock clock) {
        this.trace = trace;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record OpenStep(String name, Instant started, boolean cleanup) {}

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
        begin(own, name, started);
        span.set(own);
        String status = "failed";
        try {
            Ended<T> ended = work.run(own);
            status = ended.status();
            return ended.result();
        } finally {
            span.set(outer);
            end(own, status);
        }
    }

    private synchronized void begin(String own, String name, Instant started) {
        begun = true;
        open.put(own, new OpenStep(name, started, cleanup));
    }

    private synchronized void end(String own, String status) {
        OpenStep step = open.remove(own);
        if (!closed && step != null && steps.size() < MOST) {
            steps.add(new CanaryStep(
                    secrets.redact(step.name()),
                    step.started(),
                    Duration.between(step.started(), clock.instant()),
                    status,
                    status.equals("failed") || status.equals(ABANDONED),
                    trace.id(),
                    own,
                    step.cleanup()));
        }
    }

    /** Returns the names of the steps that have begun and not ended, after the word "in"; empty where there are none. */
    synchronized String underWay() {
        return open.isEmpty()
                ? ""
                : "in "
                        + open.values().stream()
                                .map(step -> secrets.redact(step.name()))
                                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the step in which an attempt at the operation failed: the last one without a response, else the last one, after
     * which a check failed.
     *
     * @param since when the attempt began
     */
    synchronized Optional<CanaryStep> failing(Instant since) {
        List<CanaryStep> operation = steps.stream()
                .filter(step -> !step.cleanup() && !step.started().isBefore(since))
                .toList();
        Optional<CanaryStep> failed =
                operation.stream().filter(CanaryStep::failed).reduce((first, last) -> last);
        return failed.or(() -> operation.stream().reduce((first, last) -> last));
    }

    synchronized boolean begun() {
        return begun;
    }

    synchronized void cleanup() {
        cleanup = true;
    }

    /** Ends the steps that are under way; later ones of an abandoned thread do not belong to the run. */
    synchronized List<CanaryStep> close() {
        List.copyOf(open.keySet()).forEach(own -> end(own, ABANDONED));
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

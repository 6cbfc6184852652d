package dev.andon.internal.canary.run;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.write.ControlRequest;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.text.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells whether a run failed because of the runner itself: its own network is down, it got no processor, or it has no
 * descriptors left. Then nothing was learnt about the service, and the run is recorded as unknown. Can be used by several
 * threads.
 */
final class RunnerHealth {
    /** In front of the reason of a run that failed while the control target did not answer either. */
    static final String OWN_NETWORK = "the runner's own network: the control target does not answer either";

    private static final List<String> NO_DESCRIPTORS = List.of("Too many open files", "unable to create native thread");
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration LATEST_BEAT = Duration.ofSeconds(2);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final Optional<ControlRequest> control;
    private volatile long starvedAt;
    private volatile long starvedFor;
    private boolean answers = true;
    private long askedAt;
    private boolean asked;

    /**
     * Makes one.
     *
     * @param parameters JUnit configuration parameters, such as the proxy
     */
    RunnerHealth(Optional<URI> control, Map<String, String> parameters) {
        this.control = control.map(uri -> new ControlRequest(uri, parameters));
        Thread heart = new Thread(this::beat, "andon-heartbeat");
        heart.setDaemon(true);
        heart.start();
    }

    private void beat() {
        long last = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BEAT.toNanos());
            long now = System.nanoTime();
            if (now - last > LATEST_BEAT.toNanos()) {
                starvedFor = now - last;
                starvedAt = now;
            }
            last = now;
        }
    }

    /** Returns the line to record: a failure that the runner itself caused is unknown. */
    CanaryLogLine explained(CanaryLogLine line) {
        return line instanceof RunEnd end && end.outcome() == CanaryOutcome.FAILURE
                ? cause(end).<CanaryLogLine>map(cause -> unknown(end, cause)).orElse(end)
                : line;
    }

    private Optional<String> cause(RunEnd end) {
        if (NO_DESCRIPTORS.stream().anyMatch(end.reason()::contains)) {
            return Optional.of("the runner itself has no descriptors or threads left");
        }
        long began = System.nanoTime() - end.duration().toNanos();
        if (starvedFor > 0 && starvedAt - began > 0) {
            return Optional.of("the runner itself stood still for "
                    + Durations.text(
                            Duration.ofMillis(Duration.ofNanos(starvedFor).toMillis())));
        }
        return controlAnswers() ? Optional.empty() : Optional.of(OWN_NETWORK);
    }

    /** One question at a time: many canaries fail together when the network does. */
    private synchronized boolean controlAnswers() {
        if (control.isEmpty()) {
            return true;
        }
        if (!asked || System.nanoTime() - askedAt > KNOWN_FOR.toNanos()) {
            // Any answer shows that the network works.
            answers = control.get().answered();
            asked = true;
            askedAt = System.nanoTime();
        }
        return answers;
    }

    private static RunEnd unknown(RunEnd end, String cause) {
        return new RunEnd(
                end.start(),
                end.duration(),
                CanaryOutcome.UNKNOWN,
                cause + "; the canary said: " + end.reason(),
                end.errorType(),
                end.attempts(),
                end.steps(),
                Optional.empty(),
                end.cleanupFailure(),
                end.clock());
    }
}

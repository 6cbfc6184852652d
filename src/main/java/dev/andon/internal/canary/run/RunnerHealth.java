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

/**
 * Tells whether a run failed because of the runner itself: its own network is down, it got no processor, or it has no
 * descriptors left. Then nothing was learnt about the service, and the run is recorded as unknown. Can be used by several
 * threads.
 */
final class RunnerHealth {
    /** In front of the reason of a run that failed while the control target did not answer either. */
    static final String OWN_NETWORK = "the runner's own network: the control target does not answer either";

    private static final String ITSELF = "the runner itself ";
    private static final String QUOTED = "; the canary said: ";
    private static final List<String> NO_DESCRIPTORS = List.of("Too many open files", "unable to create native thread");
    private static final Duration STARVED = Duration.ofSeconds(2);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    private final Optional<ControlRequest> control;
    private final Heartbeat heartbeat;
    private boolean answers = true;
    private long askedAt;
    private boolean asked;

    /**
     * Makes one.
     *
     * @param parameters JUnit configuration parameters, such as the proxy
     */
    RunnerHealth(Optional<URI> control, Map<String, String> parameters) {
        this(control.map(uri -> new ControlRequest(uri, parameters)), Heartbeat.started());
    }

    RunnerHealth(Optional<ControlRequest> control, Heartbeat heartbeat) {
        this.control = control;
        this.heartbeat = heartbeat;
    }

    /** Returns what the runner itself lacks, by the reason of a run without a result; empty where that has another cause. */
    static Optional<String> lack(String reason) {
        return reason.startsWith(ITSELF) || reason.startsWith(OWN_NETWORK)
                ? Optional.of(reason.split(QUOTED, 2)[0])
                : Optional.empty();
    }

    /** Returns the line to record: what the runner itself caused is unknown, and says so. */
    CanaryLogLine explained(CanaryLogLine line) {
        return line instanceof RunEnd end && !end.errorType().isEmpty() && !end.succeeded()
                ? cause(end).<CanaryLogLine>map(cause -> unknown(end, cause)).orElse(end)
                : line;
    }

    private Optional<String> cause(RunEnd end) {
        if (NO_DESCRIPTORS.stream().anyMatch(end.reason()::contains)) {
            return Optional.of(ITSELF + "has no descriptors or threads left");
        }
        long now = System.nanoTime();
        Duration lost = heartbeat.stoodStill(now - end.duration().toNanos(), now);
        boolean much = lost.compareTo(STARVED) >= 0 || lost.multipliedBy(2).compareTo(end.duration()) >= 0;
        if (!lost.isZero() && much && !serverError(end)) {
            return Optional.of(ITSELF + "got no processor for " + Durations.text(Duration.ofMillis(lost.toMillis())));
        }
        return end.outcome() == CanaryOutcome.UNKNOWN || controlAnswers() ? Optional.empty() : Optional.of(OWN_NETWORK);
    }

    /** That is an answer, however late the runner read it. */
    private static boolean serverError(RunEnd end) {
        try {
            return end.failingStep()
                    .filter(step -> Integer.parseInt(step.status()) >= SERVER_ERROR)
                    .isPresent();
        } catch (NumberFormatException word) {
            return false;
        }
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
                cause + QUOTED + end.reason(),
                end.errorType(),
                end.attempts(),
                end.steps(),
                Optional.empty(),
                end.cleanupFailure(),
                end.clock());
    }
}

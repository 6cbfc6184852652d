package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * How a run ended, decided from what it threw. Pure.
 *
 * @param outcome the outcome
 * @param reason why it is not a success; for a retried success, why the first attempt failed; else empty
 */
record RunOutcome(CanaryOutcome outcome, String reason) {

    /**
     * Decides the outcome.
     *
     * @param thrown what the run threw; null where it threw nothing
     * @param asked whether the canary had contacted the service, or may have
     * @param firstFailure what the first attempt of a retried run threw; else null
     */
    static RunOutcome of(
            @Nullable Throwable thrown,
            boolean asked,
            Duration duration,
            Optional<Duration> degradedAfter,
            @Nullable Throwable firstFailure) {
        if (thrown != null) {
            boolean failure = !isInconclusive(thrown) && asked && !(thrown instanceof LinkageError);
            return new RunOutcome(failure ? CanaryOutcome.FAILURE : CanaryOutcome.UNKNOWN, text(thrown));
        }
        if (degradedAfter.isPresent() && duration.compareTo(degradedAfter.get()) > 0) {
            String reason = "took " + Durations.text(Duration.ofMillis(duration.toMillis())) + ", more than "
                    + Durations.text(degradedAfter.get());
            return new RunOutcome(CanaryOutcome.DEGRADED, reason);
        }
        return new RunOutcome(CanaryOutcome.SUCCESS, firstFailure == null ? "" : "first try: " + text(firstFailure));
    }

    /** Returns whether what a run threw says nothing about the operation. */
    static boolean isInconclusive(Throwable thrown) {
        return thrown instanceof TestAbortedException
                || thrown instanceof NoResultError
                || thrown instanceof OutOfMemoryFailure;
    }

    /** Returns why a run is no success, as what it threw says it. */
    static String text(Throwable thrown) {
        String message = Optional.ofNullable(thrown.getMessage()).orElse("");
        return thrown instanceof AssertionError || thrown instanceof TestAbortedException
                ? message
                : thrown.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}

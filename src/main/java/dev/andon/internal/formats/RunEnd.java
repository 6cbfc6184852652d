package dev.andon.internal.formats;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run has ended.
 *
 * @param start how it began
 * @param duration how long it took, cleanup excluded
 * @param outcome how the operation ended; a failed cleanup does not change it
 * @param reason why it is no success; for a retried one, why the first attempt failed; else empty
 * @param errorType the type of what it threw; else empty
 * @param attempts the attempts, in order: a retried success is never the same as one at the first; none where the operation
 *     was not tried
 * @param steps what it did, in order
 * @param failingStep the step in which the operation failed, or after which its check failed; empty if absent
 * @param cleanupFailure why the cleanup failed; else empty
 * @param clock the offset of the service's clock; empty where no response told its date
 */
public record RunEnd(
        RunStart start,
        Duration duration,
        CanaryOutcome outcome,
        String reason,
        String errorType,
        List<RunAttempt> attempts,
        List<CanaryStep> steps,
        Optional<CanaryStep> failingStep,
        String cleanupFailure,
        Optional<ClockOffset> clock)
        implements CanaryLogLine {

    /** Returns the run's id, and the trace of its requests. */
    public String traceId() {
        return start.traceId();
    }

    /** Returns whether the operation worked, in time or not. */
    public boolean succeeded() {
        return outcome == CanaryOutcome.SUCCESS || outcome == CanaryOutcome.DEGRADED;
    }
}

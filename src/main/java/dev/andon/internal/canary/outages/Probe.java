package dev.andon.internal.canary.outages;

import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a canary, as outages and alerts are judged by it.
 *
 * @param canary the canary's name
 * @param operation the route that it performs, or its key operation where it has no route
 * @param environment the target's environment
 * @param location where the runner stands; empty where it is not configured
 * @param traceId the run's id
 * @param mode what it was run for
 * @param result what it says about the operation; a failed cleanup changes nothing
 * @param began when it began
 * @param ended when the operation ended; for an unfinished run the same as {@code began}
 * @param failureStart the operation failed at this moment or later: the start of the failing step where that step itself
 *     failed, else of the last attempt; {@code began} for a run that is not bad
 * @param failureEnd the operation failed at this moment or before: the end of what failed first; {@code ended} for a run that
 *     is not bad
 * @param failingStep the step that failed, or after which a check failed; else empty
 * @param reason why it is not good, or why its first attempt failed; else empty
 * @param every the interval as it was; empty where none was declared
 * @param timeout the time that the run was given
 * @param lag how much later than scheduled it began, one interval at most
 * @param muted why no failure alerted anybody then; empty where it did
 * @param retried whether an attempt failed before the last one: a retried success is a blip, not an outage
 * @param degraded whether it worked and took too long
 * @param cold whether it was the canary's first run in the process
 * @param unfinished whether it has no end: the process died
 */
public record Probe(
        String canary,
        String operation,
        String environment,
        String location,
        String traceId,
        RunMode mode,
        ProbeResult result,
        Moment began,
        Moment ended,
        Moment failureStart,
        Moment failureEnd,
        String failingStep,
        String reason,
        Optional<Duration> every,
        Duration timeout,
        Duration lag,
        String muted,
        boolean retried,
        boolean degraded,
        boolean cold,
        boolean unfinished) {

    /** Returns whether the operation worked. */
    public boolean good() {
        return result == ProbeResult.GOOD;
    }

    /** Returns whether the operation did not work. */
    public boolean bad() {
        return result == ProbeResult.BAD;
    }

    /** Returns whether it ran in a maintenance window. */
    public boolean planned() {
        return !muted.isEmpty();
    }

    /** Returns the longest time from the begin of this run to that of the next, if none is missing; empty without an interval. */
    public Optional<Duration> longestPause(Duration lagOfNext) {
        return every.map(interval -> interval.plus(timeout).plus(lagOfNext));
    }

    /** Returns when the next run must have ended at the latest; empty where no interval is known. */
    public Optional<Instant> nextEndsBy() {
        return every.map(interval -> {
            Instant due = began.at().plus(interval);
            Instant free = ended.at().isAfter(due) ? ended.at() : due;
            return free.plus(timeout).plus(lag);
        });
    }
}

package dev.andon.internal.canary.outages;

import java.time.Duration;
import java.time.Instant;

/**
 * A point in time of a run, with what is known of its clock.
 *
 * @param process the JVM whose steady clock counts {@code uptime}
 * @param uptime by a clock that never jumps
 * @param base what the wall clock would have shown at uptime 0; another base later means that somebody set the clock, or that
 *     the machine slept
 * @param at the best estimate
 * @param earliest when it may have been at the earliest, whether the runner's clock is right or the service's
 * @param latest when it may have been at the latest
 */
public record Moment(String process, Duration uptime, Instant base, Instant at, Instant earliest, Instant latest) {
    /** Milliseconds are cut off on both sides when a record is written. */
    private static final Duration ROUNDING = Duration.ofMillis(5);

    /** Returns a moment that is known exactly. */
    public static Moment exactly(String process, Instant at) {
        return new Moment(process, Duration.ZERO, at, at, at, at);
    }

    /** Returns the moment that is later by this much. */
    public Moment plus(Duration passed) {
        return new Moment(
                process, uptime.plus(passed), base, at.plus(passed), earliest.plus(passed), latest.plus(passed));
    }

    /** Returns how far the clock may be wrong at most, in either direction. */
    public Duration clockError() {
        Duration early = Duration.between(earliest, at);
        Duration late = Duration.between(at, latest);
        return early.compareTo(late) > 0 ? early : late;
    }

    /** Returns the time that passed until a later moment, as well as it is known; never negative. */
    public Duration until(Moment later) {
        return positive(sameClock(later) ? later.uptime.minus(uptime) : Duration.between(at, later.at));
    }

    /** Returns the time that passed until a later moment at least: a steady clock only misses the time that a machine sleeps. */
    public Duration atLeastUntil(Moment later) {
        return positive(
                process.equals(later.process) ? later.uptime.minus(uptime) : Duration.between(latest, later.earliest));
    }

    /** Returns the time that passed until a later moment at most. */
    public Duration atMostUntil(Moment later) {
        if (sameClock(later)) {
            return positive(later.uptime.minus(uptime));
        }
        Duration clocks = positive(Duration.between(earliest, later.latest));
        Duration steady = later.uptime.minus(uptime);
        return process.equals(later.process) && steady.compareTo(clocks) > 0 ? steady : clocks;
    }

    private boolean sameClock(Moment other) {
        return process.equals(other.process)
                && Duration.between(base, other.base).abs().compareTo(ROUNDING) <= 0;
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}

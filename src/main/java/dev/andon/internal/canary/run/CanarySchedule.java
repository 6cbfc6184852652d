package dev.andon.internal.canary.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * When a canary is due: at a fixed rate, in a phase that follows from its name alone. So a restart neither shifts it nor starts
 * all canaries at once. Time passes by a clock that never jumps; the wall clock only says where in its interval the phase lies,
 * and after a step of it the canary drifts back to its phase slowly. Pure, and knows no time zone.
 */
public final class CanarySchedule {
    /** How far a start may be later than its phase, as a part of the interval, so that runners do not beat in time. */
    private static final int JITTER_PART = 20;

    private static final long MOST_JITTER = Duration.ofSeconds(5).toNanos();

    /** How much of the interval a correction of the phase may move one start. */
    private static final int DRIFT_PART = 100;

    private final String name;
    private final long every;
    private final long phase;
    private final long jitter;

    /**
     * The next start.
     *
     * @param at when, by the clock that never jumps, in nanoseconds, jitter included
     * @param slot the same without jitter
     * @param number counts the starts, those that were missed too
     * @param missed how many starts before it have passed without one
     */
    public record Due(long at, long slot, long number, long missed) {}

    /**
     * Makes the schedule of a canary.
     *
     * @param every its interval, longer than nothing
     */
    public CanarySchedule(String name, Duration every) {
        this.name = name;
        this.every = every.toNanos();
        this.phase = Math.floorMod(hash(name), this.every);
        this.jitter = Math.min(this.every / JITTER_PART, MOST_JITTER);
    }

    /** Returns the first start after now: at most one interval away, whenever the process begins. */
    public Due first(Instant wall, long now) {
        long into = Math.floorMod(nanosOf(wall) - phase, every);
        return due(now + every - into, 1, 0);
    }

    /** Returns the start after another one. Starts that have passed meanwhile are missed, and not made up for. */
    public Due next(Due last, Instant wall, long now) {
        long slot = last.slot() + every + correction(last.slot() + every, wall, now);
        long missed = 0;
        if (slot + jitter - now < 0) {
            missed = (now - slot) / every + 1;
            slot += missed * every;
        }
        return due(slot, last.number() + 1 + missed, missed);
    }

    private Due due(long slot, long number, long missed) {
        long later = jitter == 0 ? 0 : Math.floorMod(hash(name + number), jitter);
        return new Due(slot + later, slot, number, missed);
    }

    /** How far to move a start towards the phase: clocks drift apart, and the wall clock may be set. */
    private long correction(long slot, Instant wall, long now) {
        long ahead = Math.floorMod(nanosOf(wall) + (slot - now) - phase, every);
        long off = ahead > every / 2 ? every - ahead : -ahead;
        long most = every / DRIFT_PART;
        return Math.max(-most, Math.min(most, off));
    }

    /** Wraps around after 292 years, which a remainder does not see. */
    private static long nanosOf(Instant wall) {
        return wall.getEpochSecond() * 1_000_000_000L + wall.getNano();
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        // Spread over the whole range, since an interval has more nanoseconds than the checksum has values.
        return crc.getValue() * 0x9E3779B97F4A7C15L;
    }
}

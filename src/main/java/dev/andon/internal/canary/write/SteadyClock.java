package dev.andon.internal.canary.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads the system's clock once, and goes on from there by the time that passes: it never jumps in the middle of a run. */
final class SteadyClock extends Clock {
    private final long nanos = System.nanoTime();
    private final Instant start = Instant.now();

    /** Returns when it was created. */
    Instant start() {
        return start;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Override
    public Instant instant() {
        return start.plus(elapsed());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("points in time are UTC");
    }
}

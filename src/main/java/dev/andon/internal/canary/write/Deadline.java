package dev.andon.internal.canary.write;

import java.time.Duration;

/** A time by which something must have ended. */
record Deadline(long nanoTime, Duration bound) {

    static Deadline in(Duration bound) {
        return new Deadline(System.nanoTime() + bound.toNanos(), bound);
    }

    /** Returns the time that is left, never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}

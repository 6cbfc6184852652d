package dev.andon.internal.canary.write;

import java.time.Duration;

/** A moment by which something must have ended. */
record Deadline(long nanoTime, Duration bound) {

    static Deadline in(Duration bound) {
        return new Deadline(System.nanoTime() + bound.toNanos(), bound);
    }

    /** Returns what is left, never less than nothing. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}

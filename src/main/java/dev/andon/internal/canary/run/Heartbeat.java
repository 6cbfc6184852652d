package dev.andon.internal.canary.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells for how long this process got no processor: it was stopped, throttled, or collected garbage. A thread that does
 * nothing but beat notes each beat that comes late. Can be used by several threads.
 */
final class Heartbeat {
    private static final long BEAT = Duration.ofMillis(100).toNanos();
    private static final int REMEMBERED = 10_000;

    private final Deque<Pause> pauses = new ArrayDeque<>();
    private long last;

    /** From a beat to one that was late. */
    private record Pause(long from, long to) {
        long within(long begin, long end) {
            long start = from - begin > 0 ? from : begin;
            long stop = to - end < 0 ? to : end;
            return Math.max(0, stop - start - BEAT);
        }
    }

    /** Makes one that has beaten once; {@link System#nanoTime} for all points in time. */
    Heartbeat(long now) {
        last = now;
    }

    /** Returns one that beats for as long as the process lives. */
    static Heartbeat started() {
        Heartbeat heartbeat = new Heartbeat(System.nanoTime());
        Thread thread = new Thread(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        LockSupport.parkNanos(BEAT);
                        heartbeat.beat(System.nanoTime());
                    }
                },
                "andon-heartbeat");
        thread.setDaemon(true);
        thread.start();
        return heartbeat;
    }

    synchronized void beat(long now) {
        if (now - last > 2 * BEAT) {
            pauses.addLast(new Pause(last, now));
            if (pauses.size() > REMEMBERED) {
                pauses.removeFirst();
            }
        }
        last = now;
    }

    /** Returns for how long it stood still in a time, to the present also where the next beat has not come yet. */
    synchronized Duration stoodStill(long begin, long now) {
        long lost = now - last > 2 * BEAT ? new Pause(last, now).within(begin, now) : 0;
        for (Iterator<Pause> newest = pauses.descendingIterator(); newest.hasNext(); ) {
            Pause pause = newest.next();
            if (pause.to() - begin <= 0) {
                break;
            }
            lost += pause.within(begin, now);
        }
        return Duration.ofNanos(lost);
    }
}

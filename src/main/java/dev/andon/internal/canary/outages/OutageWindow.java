package dev.andon.internal.canary.outages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bad runs of one canary at one location, with few good runs in between or none. The operation began to fail after the last
 * good run had begun, and no later than the first bad run saw it; it worked again no earlier than the last bad run saw it
 * fail, and before the next good run had ended.
 *
 * @param lastGood the run before; empty where the log holds none, so that the begin is unknown
 * @param firstBad the first bad run, whose trace id names the window
 * @param lastBad the last one so far
 * @param nextGood the first good run after it; empty until one comes
 * @param bad the number of bad runs
 * @param goodInside the number of good runs between bad ones: more than none is flapping
 * @param planned the number of bad runs in maintenance windows
 * @param unknown the number of runs between the first and the last bad run of which nothing was learnt
 * @param missing the number of runs between them that are not in the log
 * @param unobserved the time between them in which no run was
 */
public record OutageWindow(
        Optional<Probe> lastGood,
        Probe firstBad,
        Probe lastBad,
        Optional<Probe> nextGood,
        int bad,
        int goodInside,
        int planned,
        int unknown,
        int missing,
        Duration unobserved) {

    /** Returns the window that a bad run opens. */
    public static OutageWindow of(Optional<Probe> lastGood, Probe bad) {
        return new OutageWindow(lastGood, bad, bad, Optional.empty(), 1, 0, bad.planned() ? 1 : 0, 0, 0, Duration.ZERO);
    }

    /**
     * Returns the window with one more bad run.
     *
     * @param goodBefore the number of good runs since the last bad one
     * @param unknownBefore the number of runs since then of which nothing was learnt
     * @param gap the time since the last bad run in which no run was
     */
    public OutageWindow andBad(Probe probe, int goodBefore, int unknownBefore, Gap gap) {
        return new OutageWindow(
                lastGood,
                firstBad,
                probe,
                Optional.empty(),
                bad + 1,
                goodInside + goodBefore,
                planned + (probe.planned() ? 1 : 0),
                unknown + unknownBefore,
                missing + gap.missing(),
                unobserved.plus(gap.time()));
    }

    /** Returns the window, ended by a good run unless one has ended it already. */
    public OutageWindow andGood(Probe probe) {
        return nextGood.isPresent()
                ? this
                : new OutageWindow(
                        lastGood,
                        firstBad,
                        lastBad,
                        Optional.of(probe),
                        bad,
                        goodInside,
                        planned,
                        unknown,
                        missing,
                        unobserved);
    }

    /** Returns the point in time after which it began; empty where the log holds no good run before. */
    public Optional<Instant> beganAfter() {
        return lastGood.map(good -> good.began().earliest());
    }

    /** Returns the point in time at or before which it began. */
    public Instant beganBy() {
        return firstBad.failureEnd().latest();
    }

    /** Returns the point in time at or after which it ended. */
    public Instant endedFrom() {
        return lastBad.failureStart().earliest();
    }

    /** Returns the point in time before which it ended; empty where no good run follows. */
    public Optional<Instant> endedBefore() {
        return nextGood.map(good -> good.ended().latest());
    }

    /** Returns how long it lasted at least, <em>if it did not recover between its bad runs</em>; gaps are left out. */
    public Duration atLeast() {
        Duration seen =
                firstBad.failureEnd().atLeastUntil(lastBad.failureStart()).minus(unobserved);
        return seen.isNegative() ? Duration.ZERO : seen;
    }

    /** Returns how long it lasted at most; empty where its begin or its end is not in the log. */
    public Optional<Duration> atMost() {
        return lastGood.flatMap(good -> nextGood.map(next -> good.began().atMostUntil(next.ended())));
    }

    /** Returns whether the operation worked between its bad runs. */
    public boolean flapping() {
        return goodInside > 0;
    }

    /** Returns whether each of its bad runs was in a maintenance window. */
    public boolean allPlanned() {
        return planned == bad;
    }

    /**
     * Time between two runs in which none was.
     *
     * @param time how long; zero where no run is missing
     * @param missing how many runs are missing by the interval
     */
    public record Gap(Duration time, int missing) {
        /** No run is missing. */
        public static final Gap NONE = new Gap(Duration.ZERO, 0);

        /** Returns whether no run is missing and no time unobserved. */
        public boolean none() {
            return equals(NONE);
        }

        /** Returns the gap between two runs with a known result that follow each other. */
        public static Gap between(Probe before, Probe after) {
            Duration pause = before.began().until(after.began());
            Optional<Duration> longest = after.longestPause(after.lag());
            if (longest.isPresent() && pause.compareTo(longest.get()) <= 0) {
                return NONE;
            }
            Duration time = before.failureStart().until(after.failureEnd());
            if (longest.isEmpty()) {
                return new Gap(time, 0);
            }
            long due = pause.dividedBy(after.every().orElseThrow());
            return new Gap(time, (int) Math.min(Integer.MAX_VALUE, Math.max(1, due - 1)));
        }
    }
}

package dev.andon.internal.canary.outages;

import dev.andon.internal.formats.ClockOffset;
import dev.andon.internal.formats.RunStart;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the clock of each process: where it was set, and how far the service's clock was ahead when a response last told.
 * Either of the two clocks may be the right one, so a moment lies in the hull of both.
 */
final class RunClocks {
    /** A scheduler that starts a JVM for each run makes very many processes, one after the other. */
    private static final int PROCESSES = 20_000;

    private final Map<String, Reading> byProcess = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > PROCESSES;
        }
    };

    private final Map<String, ClockOffset> byLocation = new HashMap<>();

    /**
     * What is known of the wall clock's reading at uptime 0.
     *
     * @param base the best estimate
     * @param least by the service's clock, at least
     * @param most by the service's clock, at most
     */
    private record Reading(Instant base, Instant least, Instant most) {}

    /** Returns when a run began. */
    Moment began(RunStart start, Optional<ClockOffset> told) {
        String process = start.runner().process();
        String location = start.runner().location();
        Instant base = start.started().minus(start.uptime());
        Reading reading = reading(base, told, byProcess.get(process), byLocation.get(location));
        byProcess.put(process, reading);
        told.ifPresent(offset -> byLocation.put(location, offset));
        Instant least = earlier(base, earlier(reading.base, reading.least));
        Instant most = later(base, later(reading.base, reading.most));
        return new Moment(
                process,
                start.uptime(),
                base,
                reading.base.plus(start.uptime()),
                least.plus(start.uptime()),
                most.plus(start.uptime()));
    }

    private static Reading reading(
            Instant base, Optional<ClockOffset> told, @Nullable Reading before, @Nullable ClockOffset ofLocation) {
        if (told.isPresent()) {
            return by(base, told.get());
        }
        if (before != null) {
            return before;
        }
        return ofLocation == null ? new Reading(base, base, base) : by(base, ofLocation);
    }

    private static Reading by(Instant base, ClockOffset clock) {
        Duration offset = clock.offset();
        Duration bound = clock.bound();
        boolean agree = offset.abs().compareTo(bound) <= 0;
        return new Reading(
                agree ? base : base.plus(offset),
                base.plus(offset).minus(bound),
                base.plus(offset).plus(bound));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}

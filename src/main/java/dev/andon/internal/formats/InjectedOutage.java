package dev.andon.internal.formats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An outage that a proof injected, and what {@code outages} states from the record of the canary's runs before, in and after it.
 *
 * @param undecided why none could be injected; empty where one was
 * @param fault the id of the fault; empty where none was injected
 * @param from since when every run met the fault
 * @param to until when
 * @param runs how many runs met it
 * @param stated the outages that the record of all runs states, in order
 */
public record InjectedOutage(
        String undecided, String fault, Instant from, Instant to, int runs, List<StatedOutage> stated) {

    /** Copies the list. */
    public InjectedOutage {
        stated = List.copyOf(stated);
    }

    /** Returns that none could be injected, and why. */
    public static InjectedOutage undecided(String why) {
        return new InjectedOutage(why, "", Instant.EPOCH, Instant.EPOCH, 0, List.of());
    }

    /**
     * Returns whether the record states one outage, with each run that met the fault, and the time in which the fault was
     * there lies within its bounds.
     */
    public boolean isStated() {
        return stated.size() == 1
                && stated.get(0).bad() >= runs
                && stated.get(0).contains(from, to);
    }

    /**
     * An outage as the record states it.
     *
     * @param beganAfter it began after this moment; empty where the record does not tell
     * @param beganBy it began at this moment or before
     * @param endedFrom it ended at this moment or later
     * @param endedBefore it ended before this moment; empty where the record does not tell
     * @param bad how many bad runs it has
     * @param sentence the statement in words
     */
    public record StatedOutage(
            Optional<Instant> beganAfter,
            Instant beganBy,
            Instant endedFrom,
            Optional<Instant> endedBefore,
            int bad,
            String sentence) {

        boolean contains(Instant from, Instant to) {
            return beganAfter.filter(after -> !from.isBefore(after)).isPresent()
                    && !from.isAfter(beganBy)
                    && !to.isBefore(endedFrom)
                    && endedBefore.filter(before -> !to.isAfter(before)).isPresent();
        }
    }
}

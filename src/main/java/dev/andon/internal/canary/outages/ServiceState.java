package dev.andon.internal.canary.outages;

import java.util.Collection;
import java.util.Locale;

/** What is known of an operation in a span of time. */
public enum ServiceState {
    /** The runs at both ends worked, at each location that ran any. */
    UP,
    /** It failed at some locations and not at others. */
    PARTIAL,
    /** The runs at both ends failed, at each location that ran any. */
    DOWN,
    /** A run that worked at one end, one that failed at the other: when it changed in between is not known. */
    CHANGING,
    /** No run, for longer than the interval, the timeout and the lag: neither up nor down. */
    UNKNOWN,
    /** A maintenance window: neither up nor down. */
    PLANNED;

    /** Returns the word in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the state by the states of the locations: one without runs is left out, not taken for one that is up. */
    static ServiceState of(Collection<ServiceState> locations) {
        if (locations.stream().allMatch(UNKNOWN::equals)) {
            return UNKNOWN;
        }
        if (locations.contains(DOWN)) {
            return locations.stream().allMatch(state -> state == DOWN || state == UNKNOWN) ? DOWN : PARTIAL;
        }
        if (locations.contains(CHANGING)) {
            return CHANGING;
        }
        return locations.contains(UP) ? UP : PLANNED;
    }
}

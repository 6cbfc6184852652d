package dev.andon.internal.canary.outages;

import java.time.Instant;
import java.util.Optional;

/**
 * The time that is asked about.
 *
 * @param from its begin, included; empty for the begin of the log
 * @param to its end, not included; empty for the end of the log
 */
public record OutageRange(Optional<Instant> from, Optional<Instant> to) {
    /** All that the log holds. */
    public static final OutageRange ALL = new OutageRange(Optional.empty(), Optional.empty());

    boolean contains(Instant time) {
        return from.map(begin -> !time.isBefore(begin)).orElse(true)
                && to.map(time::isBefore).orElse(true);
    }
}

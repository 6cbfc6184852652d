package dev.andon;

import org.apiguardian.api.API;

/**
 * The levels by which a team adopts the practices. Each level asks for all that the levels before it ask for.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Level {
    /** Level 1: unit tests that assert and are enabled, and coverage where a threshold is given. */
    TESTED,
    /** Level 2: integration tests with evidence. */
    INTEGRATED,
    /** Level 3: end-to-end tests and canaries for every key operation. */
    OPERABLE,
    /** Level 4: canaries that alert, and outages that can be stated. */
    WATCHED
}

package dev.andon;

import org.apiguardian.api.API;

/**
 * The levels by which a team adopts the practices. Each level requires all that the levels before it require, and every
 * {@code @Require…} annotation adds to it.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Level {
    /** No level: exactly the practices that {@code @Require…} annotations name. */
    NONE,
    /** Level 1: unit tests; tests that assert and are enabled. */
    TESTED,
    /** Level 2: integration tests with evidence. */
    INTEGRATED,
    /** Level 3: an end-to-end test and a canary for every key operation. */
    OPERABLE,
    /** Level 4: canaries that alert in an outage, and whose record states it. */
    WATCHED
}

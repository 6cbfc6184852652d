package dev.andon;

import org.apiguardian.api.API;

/**
 * The stages by which a team adopts the practices. Each stage asks for all that the stages before it ask for.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Level {
    /** Stage 1: unit tests that assert and are enabled, and coverage where a threshold is given. */
    TESTED,
    /** Stage 2: integration tests with evidence. */
    INTEGRATED,
    /** Stage 3: end-to-end tests and canaries for every key operation. */
    OPERABLE,
    /** Stage 4: canaries that alert, and outages that can be stated. */
    WATCHED
}

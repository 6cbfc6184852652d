package dev.andon.internal.readiness;

import dev.andon.internal.evidence.ledger.BuildId;

/**
 * What the caller knows of the build.
 *
 * @param buildIsOver whether every test that this build would run has run
 * @param buildId the id of this build
 */
public record Situation(boolean buildIsOver, BuildId buildId) {}

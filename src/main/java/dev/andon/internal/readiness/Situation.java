package dev.andon.internal.readiness;

import dev.andon.internal.evidence.ledger.BuildId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the caller knows of the build.
 *
 * @param buildIsOver whether every test that this build would run has run, given the tags of its tests
 * @param buildId the id of this build
 */
public record Situation(Predicate<Set<String>> buildIsOver, BuildId buildId) {}

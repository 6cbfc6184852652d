package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.Counter;

/**
 * What one kind of test, or all of them, covered of a service.
 *
 * @param line the lines
 * @param branch the branches
 */
public record KindCoverage(Counter line, Counter branch) {}

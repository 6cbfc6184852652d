/**
 * Evidence about canaries: what their code reaches, what other builds recorded about their canaries, which proofs this build wrote,
 * and which operations {@code operations.yaml} names. Judges nothing. Imports {@code bytecode}, {@code discover}, {@code
 * frameworks}, {@code formats} and the canaries' {@code spec}.
 */
@NullMarked
package dev.andon.internal.evidence.canaries;

import org.jspecify.annotations.NullMarked;

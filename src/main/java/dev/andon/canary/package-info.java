/**
 * The API for writing canaries, and for proving that a canary detects faults.
 *
 * <p>Below {@code dev.andon.internal.canary} data flows one way: {@code spec} (what a canary declares) → {@code write}
 * (running one) → {@code record} (recording a run), and {@code prove} (running one under injected faults). These
 * packages import the JDK, JUnit, the JSON library and the shared {@code text} and {@code formats}, but no
 * readiness package, so that the artefact of a canary needs neither ArchUnit nor JaCoCo. The only canary package that
 * the readiness packages import is {@code spec}.
 */
@NullMarked
package dev.andon.canary;

import org.jspecify.annotations.NullMarked;

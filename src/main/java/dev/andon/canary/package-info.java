/**
 * What an author of canaries writes against, and the proof that a canary turns red.
 *
 * <p>Below {@code dev.andon.internal.canary} data flows one way: {@code spec} (what a canary declares) → {@code write}
 * (running one) → {@code record} (what is kept of a run), and {@code prove} (running one under injected faults). These
 * packages import the JDK, JUnit, the JSON library and the shared {@code text} and {@code formats}, and nothing of the
 * readiness packages, so that the artefact of a canary carries neither ArchUnit nor JaCoCo. Of the canary packages, the
 * readiness packages import {@code spec} alone.
 */
@NullMarked
package dev.andon.canary;

import org.jspecify.annotations.NullMarked;

/**
 * The canary wing's door: what an author of canaries writes against, and the proof that a canary turns red.
 *
 * <p>Data flows one way through the rooms below {@code dev.andon.internal.canary}: {@code policy} (what a canary
 * declares) → {@code write} (running one) → {@code record} (what is kept of a run), and {@code prove} (running one under
 * faults). The wing imports the JDK, JUnit and nanojson, and nothing of the readiness rooms, so that the artefact of a
 * canary carries neither ArchUnit nor JaCoCo. Of the wing, the readiness rooms import {@code policy} alone; what both must know is in {@code dev.andon.internal.text}.
 */
@NullMarked
package dev.andon.canary;

import org.jspecify.annotations.NullMarked;

/**
 * The words that users write against: the annotations on a readiness class, the vocabulary of its answer, and the door
 * to the rooms behind.
 *
 * <p>Data flows one way through the rooms below {@code dev.andon.internal}: {@code bytecode} → {@code discover} →
 * {@code evidence} → {@code judge} → {@code tell}. The rooms import from this package its vocabulary alone, never a
 * doorway such as {@link dev.andon.ReadinessChecks}.
 */
@NullMarked
package dev.andon;

import org.jspecify.annotations.NullMarked;

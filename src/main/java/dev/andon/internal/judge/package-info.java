/**
 * The room that judges: small pure functions from findings and requirements to practice results. Free of JUnit types and of
 * input and output. Imports the vocabulary of {@code dev.andon}, the canaries' {@code spec},
 * {@code discover} and {@code evidence}.
 */
@NullMarked
package dev.andon.internal.judge;

import org.jspecify.annotations.NullMarked;

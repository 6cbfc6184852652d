/**
 * Judges: small pure functions that turn evidence and requirements into practice results. Uses no JUnit types and does no
 * input or output. Imports the vocabulary of {@code dev.andon}, the canaries' {@code spec},
 * {@code discover} and {@code evidence}.
 */
@NullMarked
package dev.andon.internal.judge;

import org.jspecify.annotations.NullMarked;

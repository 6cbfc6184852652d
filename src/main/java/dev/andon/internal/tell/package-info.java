/**
 * Writes failure messages and the report files. Imports the vocabulary of {@code dev.andon}, the
 * canaries' {@code spec} and {@code judge}.
 */
@NullMarked
package dev.andon.internal.tell;

import org.jspecify.annotations.NullMarked;

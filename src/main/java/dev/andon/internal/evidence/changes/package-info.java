/**
 * Determines what changed: the lines that differ between the merge base with a branch and the work tree, as {@code git}
 * reports them. Imports the JDK and {@code discover}.
 */
@NullMarked
package dev.andon.internal.evidence.changes;

import org.jspecify.annotations.NullMarked;

/**
 * Reads the annotations of a readiness class into requirements.
 */
@NullMarked
package dev.andon.internal.require;

import org.jspecify.annotations.NullMarked;

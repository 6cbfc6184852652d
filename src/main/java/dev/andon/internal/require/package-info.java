/**
 * What a readiness class asks for: its annotations, read into requirements.
 */
@NullMarked
package dev.andon.internal.require;

import org.jspecify.annotations.NullMarked;

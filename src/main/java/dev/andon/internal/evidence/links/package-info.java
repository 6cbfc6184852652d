/** Reads test code: which services it reaches, and whether it asserts. */
@NullMarked
package dev.andon.internal.evidence.links;

import org.jspecify.annotations.NullMarked;

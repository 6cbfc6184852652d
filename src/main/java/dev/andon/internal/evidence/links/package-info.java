/** The part of the evidence room that reads test code: what it reaches, and whether it asserts. */
@NullMarked
package dev.andon.internal.evidence.links;

import org.jspecify.annotations.NullMarked;

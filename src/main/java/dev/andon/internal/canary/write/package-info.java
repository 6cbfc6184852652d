/** Runs one canary once: target, client, steps, bounds and outcome. Imports {@code spec} and the wing's door. */
@NullMarked
package dev.andon.internal.canary.write;

import org.jspecify.annotations.NullMarked;

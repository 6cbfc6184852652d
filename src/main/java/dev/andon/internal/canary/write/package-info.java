/**
 * Runs one canary once: target, client, steps, bounds and outcome. Imports the public canary package, {@code spec} and
 * {@code record}.
 */
@NullMarked
package dev.andon.internal.canary.write;

import org.jspecify.annotations.NullMarked;

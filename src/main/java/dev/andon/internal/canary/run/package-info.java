/**
 * Runs canaries against a deployed system: once, as a gate, or in a loop. Finds them on a class path, runs each through {@code
 * launch}, and hands on every line of their log to be evaluated. Imports the canary packages {@code spec}, {@code launch},
 * {@code write}, {@code record}, {@code prove}, {@code policy}, {@code alert}.
 */
@NullMarked
package dev.andon.internal.canary.run;

import org.jspecify.annotations.NullMarked;

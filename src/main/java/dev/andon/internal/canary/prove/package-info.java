/**
 * Runs a canary with faults injected into the responses of a healthy service, and reports the faults that it does not
 * detect. Imports the public canary package, {@code spec} and {@code record}.
 */
@NullMarked
package dev.andon.internal.canary.prove;

import org.jspecify.annotations.NullMarked;

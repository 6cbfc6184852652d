/** Runs a canary under injected faults, and tells those that it does not see. Imports the wing's door, {@code spec} and {@code record}. */
@NullMarked
package dev.andon.internal.canary.prove;

import org.jspecify.annotations.NullMarked;

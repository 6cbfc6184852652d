/** Reads and checks what a canary declares: durations, tolerance, name. Pure functions; imports only the JDK. */
@NullMarked
package dev.andon.internal.canary.spec;

import org.jspecify.annotations.NullMarked;

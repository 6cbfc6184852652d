/** What a canary declares, read and checked: durations, tolerance, name. Pure: imports the JDK alone. */
@NullMarked
package dev.andon.internal.canary.spec;

import org.jspecify.annotations.NullMarked;

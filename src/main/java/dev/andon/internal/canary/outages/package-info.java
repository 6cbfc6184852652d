/**
 * States when an operation was down, from the runs that the canary log holds: windows with bounds, availability with bounds,
 * and the sentence that says no more than was observed. Reads runs and returns data. Imports {@code formats}.
 */
@NullMarked
package dev.andon.internal.canary.outages;

import org.jspecify.annotations.NullMarked;

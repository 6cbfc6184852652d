/**
 * Decides when a canary alerts: a pure fold over its runs, so that the state is a function of the canary log alone, and can be
 * rebuilt from the log's end and tried on recorded or simulated runs. Imports {@code outages} and {@code spec}.
 */
@NullMarked
package dev.andon.internal.canary.policy;

import org.jspecify.annotations.NullMarked;

/**
 * The metrics of the canaries that a runner runs, for Prometheus. The only package that imports Micrometer, which the jar of
 * the command line brings; nothing loads it elsewhere.
 */
@NullMarked
package dev.andon.internal.canary.metrics;

import org.jspecify.annotations.NullMarked;

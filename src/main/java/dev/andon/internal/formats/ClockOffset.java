package dev.andon.internal.formats;

import java.time.Duration;

/**
 * How far the service's clock is ahead of the runner's, as the {@code Date} headers of a run's responses show it.
 *
 * @param offset the estimate; negative where the service's clock is behind
 * @param bound how far the true offset may be from the estimate: half a second at least for a single response, since
 *     {@code Date} has no fractions, plus half of the response time
 */
public record ClockOffset(Duration offset, Duration bound) {}

package dev.andon.internal.tell;

import java.util.List;

/**
 * What one canary saw of the deployed system over time.
 *
 * @param range the time that the rows cover
 * @param rows the states by location, those of all locations first
 * @param outages one sentence for each, the latest last
 * @param left how many outages before those are not named
 */
public record CanaryTimeline(
        String canary,
        String operation,
        String environment,
        String range,
        List<Row> rows,
        List<String> outages,
        int left) {

    /** What one location saw, and how long it was up by that. */
    public record Row(String location, String sums, List<Span> spans) {}

    /** A span of time in one state; {@code width} is its share of the range in percent. */
    public record Span(String state, String text, String width) {}
}

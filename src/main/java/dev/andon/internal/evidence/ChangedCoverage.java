package dev.andon.internal.evidence;

import java.util.List;

/**
 * How many of the changed lines with code were covered.
 *
 * @param lines the changed lines with code
 * @param uncovered those that are not covered, by file, each as {@code Till.java:12-15}
 * @param leftOut the changed files that the agent was told to leave out, each with the setting; none of their lines counts
 * @param problems why nothing can be said, each a sentence with its fix
 */
public record ChangedCoverage(Counter lines, List<String> uncovered, List<String> leftOut, List<String> problems) {}

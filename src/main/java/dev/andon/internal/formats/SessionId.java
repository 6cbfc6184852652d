package dev.andon.internal.formats;

import java.util.Set;

/**
 * The id of a JaCoCo session that belongs to test classes.
 *
 * @param build the build that ran them
 * @param testClasses the binary names of the classes that ran while the data was collected, sorted: one where the data is
 *     its own, several where they ran at the same time and the data cannot be split, none where they were too many to name
 */
public record SessionId(String build, Set<String> testClasses) {}

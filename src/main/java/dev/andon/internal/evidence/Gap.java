package dev.andon.internal.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method that is not covered, or not in full.
 *
 * @param method the class's simple name and the method's, for example {@code Till.refund}
 * @param file the source file's simple name
 * @param lines where it misses what is counted
 * @param missed how much of that it misses
 */
public record Gap(String method, String file, List<LineRange> lines, int missed) {

    /** Returns both as one. */
    public Gap and(Gap other) {
        return new Gap(
                method,
                file,
                Stream.concat(lines.stream(), other.lines.stream())
                        .distinct()
                        .sorted(Comparator.comparingInt(LineRange::first))
                        .toList(),
                missed + other.missed);
    }

    /** Returns it as {@code Till.refund at Till.java:24-26,31}, the first place of which an IDE can open. */
    @Override
    public String toString() {
        return lines.isEmpty()
                ? method
                : method + " at " + file + ":"
                        + lines.stream().map(LineRange::toString).collect(Collectors.joining(","));
    }
}

package dev.andon.internal.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Lines in a row.
 *
 * @param first the first
 * @param last the last
 */
public record LineRange(int first, int last) {

    /**
     * Returns the ranges of the lines that are in, joined where nothing but lines of no account is between them.
     *
     * @param from the first line to look at
     * @param to the last
     * @param in which lines are in
     * @param neutral which lines neither join nor part
     */
    public static List<LineRange> of(int from, int to, IntPredicate in, IntPredicate neutral) {
        List<LineRange> ranges = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (int line = from; line <= to; line++) {
            if (in.test(line)) {
                first = first == 0 ? line : first;
                last = line;
            } else if (first > 0 && !neutral.test(line)) {
                ranges.add(new LineRange(first, last));
                first = 0;
            }
        }
        if (first > 0) {
            ranges.add(new LineRange(first, last));
        }
        return ranges;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}

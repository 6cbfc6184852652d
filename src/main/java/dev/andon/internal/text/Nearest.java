package dev.andon.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the candidate that a misspelt name most likely means. */
public final class Nearest {
    private Nearest() {}

    /** Returns the candidate with the fewest edits from what is written, if any is near. */
    public static Optional<String> to(String written, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> edits(written, candidate) <= Math.max(2, written.length() / 2))
                .min(Comparator.comparingInt((String candidate) -> edits(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the candidate with the fewest edits from what is written, if there are no more than so many. */
    public static Optional<String> within(int edits, String written, Collection<String> candidates) {
        return to(written, candidates).filter(candidate -> edits(written, candidate) <= edits);
    }

    private static int edits(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}

package dev.andon.internal.formats;

import dev.andon.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What an earlier build of a project said.
 *
 * @param at when it was judged
 * @param project what was judged: the readiness class, or the folder of an audit
 * @param counts how many results had each verdict
 * @param failing what failed: practice, what it is about and the finding's key, as in a baseline
 */
public record PastBuild(Instant at, String project, Map<Verdict, Long> counts, Set<String> failing) {
    /** Copies the collections. */
    public PastBuild {
        counts = Map.copyOf(counts);
        failing = Set.copyOf(failing);
    }

    /** Returns how many results failed. */
    public long failingResults() {
        return failing(counts);
    }

    /** Returns how many of these results fail. */
    public static long failing(Map<Verdict, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().fails())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

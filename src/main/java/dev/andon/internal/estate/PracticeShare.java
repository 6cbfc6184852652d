package dev.andon.internal.estate;

import dev.andon.Verdict;
import dev.andon.internal.formats.PastBuild;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a practice is met among the results that apply.
 *
 * @param percent rounded down, so that 100 is all of them
 * @param accepted waived and baselined ones
 */
record PracticeShare(String practice, long percent, long met, long all, long failing, long accepted) {
    /** What does not count against a practice, nor for it. */
    private static final Set<Verdict> LEFT_OUT = EnumSet.of(Verdict.NOT_APPLICABLE, Verdict.EXEMPT);

    /** Returns the practices that apply anywhere. */
    static List<PracticeShare> of(Estate estate) {
        return estate.practices().entrySet().stream()
                .map(practice -> of(practice.getKey(), practice.getValue()))
                .filter(share -> share.all > 0)
                .toList();
    }

    private static PracticeShare of(String practice, Map<Verdict, Long> counts) {
        long met = counts.getOrDefault(Verdict.MET, 0L);
        long all = counts.entrySet().stream()
                .filter(count -> !LEFT_OUT.contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long failing = PastBuild.failing(counts);
        return new PracticeShare(practice, all == 0 ? 0 : met * 100 / all, met, all, failing, all - met - failing);
    }
}

package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.coverage.CounterType;
import dev.andon.internal.evidence.coverage.Coverage;
import dev.andon.internal.evidence.coverage.Gap;
import dev.andon.internal.require.CoverageRequirement.Bound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the practice {@code coverage}. */
public final class CoverageJudge {

    private static final String ID = "coverage";
    private static final int WORST = 3;

    private CoverageJudge() {}

    /**
     * Judges one scope.
     *
     * @param bounds the thresholds that apply to it
     * @param measured its coverage by a kind of test; by all tests for null
     */
    public static PracticeResult judge(List<Bound> bounds, Function<@Nullable TestKind, Coverage> measured) {
        if (bounds.isEmpty()) {
            return result(Verdict.NOT_APPLICABLE, "No threshold for coverage applies here.", "");
        }
        List<String> missed = new ArrayList<>();
        List<String> reached = new ArrayList<>();
        List<String> nothingToCount = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> fixes = new LinkedHashSet<>();
        for (Bound bound : bounds) {
            Coverage coverage = measured.apply(bound.by());
            Counter counter = coverage.of(bound.unit());
            if (!coverage.problems(bound.unit()).isEmpty()) {
                unknown.addAll(coverage.problems(bound.unit()));
            } else if (counter.total() == 0) {
                nothingToCount.add(nothing(bound.unit()));
            } else if (counter.missingTo(bound.atLeast()) == 0) {
                reached.add(state(bound, counter) + ".");
            } else if (!coverage.uncertain().isEmpty()) {
                unknown.add(shortfall(bound, counter, coverage) + " More may be covered than is known. "
                        + String.join(" ", coverage.uncertain()));
            } else {
                missed.add(shortfall(bound, counter, coverage));
                fixes.add(fix(bound, coverage));
            }
        }
        if (!missed.isEmpty()) {
            missed.addAll(unknown);
            return result(Verdict.VIOLATED, String.join(" ", missed), String.join(" ", fixes));
        }
        if (!unknown.isEmpty()) {
            return result(
                    Verdict.UNDECIDED,
                    String.join(" ", unknown),
                    "Fix what is said, and run the whole build again with `clean`, all tests under the JaCoCo agent.");
        }
        reached.addAll(nothingToCount);
        boolean counted = reached.size() > nothingToCount.size();
        return result(counted ? Verdict.MET : Verdict.NOT_APPLICABLE, String.join(" ", reached), "");
    }

    private static PracticeResult result(Verdict verdict, String found, String fix) {
        return new PracticeResult(ID, verdict, Evidence.NONE, List.of(), found, fix);
    }

    private static String nothing(CounterType unit) {
        return switch (unit) {
            case BRANCH -> "There are no branches, so the threshold for branches does not apply.";
            case LINE, METHOD, INSTRUCTION ->
                "There is no code that counts, so the threshold for " + unit.words(2) + " does not apply.";
        };
    }

    private static String state(Bound bound, Counter counter) {
        TestKind by = bound.by();
        return counter.covered() + " of " + counter.total() + " " + bound.unit().words(counter.total())
                + (counter.total() == 1 ? " is" : " are") + " covered"
                + (by == null ? "" : " by " + by.text() + "s")
                + " (" + Percent.of(counter, bound.atLeast()) + ")";
    }

    private static String shortfall(Bound bound, Counter counter, Coverage coverage) {
        int missing = counter.missingTo(bound.atLeast());
        String worst = coverage.worst().apply(bound.unit()).stream()
                .limit(WORST)
                .map(gap -> gap + amount(gap, bound.unit()))
                .collect(Collectors.joining("; "));
        return state(bound, counter) + ", " + Percent.of(bound.atLeast()) + " is required: " + missing + " "
                + bound.unit().words(missing) + " more." + (worst.isEmpty() ? "" : " Worst: " + worst + ".");
    }

    private static String amount(Gap gap, CounterType unit) {
        return unit == CounterType.METHOD ? "" : " (" + gap.missed() + " " + unit.words(gap.missed()) + ")";
    }

    private static String fix(Bound bound, Coverage coverage) {
        TestKind by = bound.by();
        String test = article(by == null ? "test" : by.text());
        List<Gap> gaps = coverage.worst().apply(bound.unit());
        if (gaps.isEmpty()) {
            return "Write " + test + " that runs more of " + coverage.scope() + ".";
        }
        return "Write " + test
                + (bound.unit() == CounterType.BRANCH ? " that takes the other branches of " : " that calls ")
                + gaps.get(0).method() + ", or take code out that nobody calls.";
    }

    private static String article(String noun) {
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}

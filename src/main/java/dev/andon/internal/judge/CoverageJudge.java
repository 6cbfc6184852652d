package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.evidence.coverage.Counter;
import dev.andon.internal.evidence.coverage.Coverage;
import dev.andon.internal.evidence.coverage.Gap;
import dev.andon.internal.judge.CoverageDemand.Bound;
import dev.andon.internal.judge.CoverageDemand.Unit;
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
        Set<String> mends = new LinkedHashSet<>();
        for (Bound bound : bounds) {
            Coverage coverage = measured.apply(bound.by());
            Counter counter = counter(coverage, bound.unit());
            if (!coverage.problems().isEmpty()) {
                unknown.addAll(coverage.problems());
            } else if (counter.total() == 0) {
                nothingToCount.add(nothing(bound.unit()));
            } else if (counter.missingTo(bound.atLeast()) == 0) {
                reached.add(state(bound, counter) + ".");
            } else if (!coverage.uncertain().isEmpty()) {
                unknown.add(shortfall(bound, counter, coverage) + " More may be covered than is known. "
                        + String.join(" ", coverage.uncertain()));
            } else {
                missed.add(shortfall(bound, counter, coverage));
                mends.add(mend(bound, coverage));
            }
        }
        if (!missed.isEmpty()) {
            missed.addAll(unknown);
            return result(Verdict.VIOLATED, String.join(" ", missed), String.join(" ", mends));
        }
        if (!unknown.isEmpty()) {
            return result(
                    Verdict.UNDECIDED,
                    String.join(" ", unknown),
                    "Run the build once more with `clean`, all tests under the JaCoCo agent, after mending what is said.");
        }
        reached.addAll(nothingToCount);
        boolean counted = reached.size() > nothingToCount.size();
        return result(counted ? Verdict.MET : Verdict.NOT_APPLICABLE, String.join(" ", reached), "");
    }

    private static PracticeResult result(Verdict verdict, String found, String mend) {
        return new PracticeResult(ID, verdict, Evidence.NONE, List.of(), found, mend);
    }

    private static Counter counter(Coverage coverage, Unit unit) {
        return switch (unit) {
            case LINE -> coverage.line();
            case BRANCH -> coverage.branch();
            case METHOD -> coverage.method();
            case INSTRUCTION -> coverage.instruction();
        };
    }

    private static String nothing(Unit unit) {
        return switch (unit) {
            case BRANCH -> "There are no branches, so the threshold for branches does not apply.";
            case LINE ->
                "There are no lines to count: either there is no code, or it was compiled without line numbers "
                        + "(javac -g:none); the threshold for lines does not apply.";
            case METHOD, INSTRUCTION ->
                "There is no code that counts, so the threshold for " + unit.words(2) + " does not apply.";
        };
    }

    private static String state(Bound bound, Counter counter) {
        TestKind by = bound.by();
        return counter.covered() + " of " + counter.total() + " " + bound.unit().words(counter.total())
                + (counter.total() == 1 ? " is" : " are") + " covered"
                + (by == null ? "" : " by " + by.words() + "s")
                + " (" + percent((double) counter.covered() / counter.total()) + ")";
    }

    private static String shortfall(Bound bound, Counter counter, Coverage coverage) {
        int missing = counter.missingTo(bound.atLeast());
        String worst = coverage.gaps().stream()
                .limit(WORST)
                .map(gap -> gap + amount(gap))
                .collect(Collectors.joining("; "));
        return state(bound, counter) + ", " + percent(bound.atLeast()) + " is required: " + missing + " "
                + bound.unit().words(missing) + " more." + (worst.isEmpty() ? "" : " Worst: " + worst + ".");
    }

    private static String amount(Gap gap) {
        return gap.missedLines() > 0
                ? " (" + gap.missedLines() + " " + Unit.LINE.words(gap.missedLines()) + ")"
                : " (" + gap.missedBranches() + " " + Unit.BRANCH.words(gap.missedBranches()) + ")";
    }

    private static String mend(Bound bound, Coverage coverage) {
        TestKind by = bound.by();
        String test = by == null ? "test" : by.words();
        return coverage.gaps().isEmpty()
                ? "Write " + article(test) + " that runs more of " + coverage.scope() + "."
                : "Write " + article(test) + " that calls "
                        + coverage.gaps().get(0).method() + ", or take code out that nobody calls.";
    }

    private static String article(String noun) {
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** Rounds down: what is below a threshold must not read as if it were on it. */
    private static String percent(double share) {
        long tenths = (long) Math.floor(share * 1000 + 1e-9);
        return tenths / 10 + (tenths % 10 == 0 ? " %" : "." + tenths % 10 + " %");
    }
}

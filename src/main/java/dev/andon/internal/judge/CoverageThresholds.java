package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.Coverage;
import dev.andon.internal.evidence.Gap;
import dev.andon.internal.require.CounterType;
import dev.andon.internal.require.CoverageRequirement.Bound;
import dev.andon.internal.text.Plural;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares measured coverage with thresholds. */
public final class CoverageThresholds {
    private static final String RUN_AGAIN =
            "fix this, and run the whole build again with `clean`, all tests under the JaCoCo agent";
    private static final String STATE = "{covered} of {total} {counter} {total?is:are} covered{kind} ({share} %)";
    private static final String SHORTFALL =
            STATE + ", {required} % is required: {missing} more {missingCounter}{worst}";

    static final FindingTemplate NO_THRESHOLD =
            new FindingTemplate("no-threshold", "no threshold for coverage applies to it");
    static final FindingTemplate NO_BRANCHES =
            new FindingTemplate("no-branches", "there are no branches, so the threshold for branches does not apply");
    static final FindingTemplate NO_CODE = new FindingTemplate(
            "no-code", "there is no code that counts, so the threshold for {counter} does not apply");
    static final FindingTemplate REACHED = new FindingTemplate("reached", STATE);
    static final FindingTemplate UNKNOWN = new FindingTemplate("unknown", "{problem}", RUN_AGAIN);
    static final FindingTemplate UNCERTAIN =
            new FindingTemplate("uncertain", SHORTFALL + "; more may be covered than is known: {reasons}", RUN_AGAIN);
    static final FindingTemplate BELOW =
            new FindingTemplate("below-threshold", SHORTFALL, "write {test} that runs more of {scope}");
    static final FindingTemplate BELOW_IN_METHOD = new FindingTemplate(
            "below-threshold", SHORTFALL, "write {test} that calls {method}, or remove code that nothing calls");
    static final FindingTemplate BELOW_IN_BRANCHES = new FindingTemplate(
            "below-threshold",
            SHORTFALL,
            "write {test} that takes the other branches of {method}, or remove code that nothing calls");

    private static final int WORST = 3;

    private CoverageThresholds() {}

    /**
     * Judges one scope.
     *
     * @param bounds the thresholds that apply to it
     * @param measured its coverage by a kind of test; by all tests for null
     */
    public static List<Result> judge(List<Bound> bounds, Function<@Nullable TestKind, Coverage> measured) {
        return bounds.isEmpty()
                ? List.of(Result.notApplicable(NO_THRESHOLD.with()))
                : withNothingToCount(bounds.stream()
                        .flatMap(bound -> judge(bound, measured.apply(bound.by())).stream())
                        .toList());
    }

    /** Where other thresholds are reached, those that do not apply are mentioned beside them. */
    private static List<Result> withNothingToCount(List<Result> results) {
        boolean anyMet = results.stream().anyMatch(result -> result.verdict() == Verdict.MET);
        boolean anyFails = results.stream().anyMatch(result -> result.verdict().fails());
        return anyMet && !anyFails
                ? results.stream().map(result -> Result.met(result.finding())).toList()
                : results;
    }

    private static List<Result> judge(Bound bound, Coverage coverage) {
        Counter counter = coverage.of(bound.unit());
        List<String> problems = coverage.problems(bound.unit());
        if (!problems.isEmpty()) {
            return problems.stream()
                    .map(problem -> Result.undecided(UNKNOWN.with("problem", problem)))
                    .toList();
        }
        if (counter.total() == 0) {
            return List.of(Result.notApplicable(
                    bound.unit() == CounterType.BRANCH
                            ? NO_BRANCHES.with()
                            : NO_CODE.with("counter", Plural.of(bound.unit().singular()))));
        }
        if (counter.missingTo(bound.atLeast()) == 0) {
            return List.of(Result.met(state(REACHED, bound, counter)));
        }
        return List.of(
                coverage.uncertain().isEmpty()
                        ? Result.violated(below(bound, counter, coverage))
                        : Result.undecided(shortfall(UNCERTAIN, bound, counter, coverage)
                                .with("reasons", String.join(" ", coverage.uncertain()))));
    }

    private static Finding below(Bound bound, Counter counter, Coverage coverage) {
        String test =
                Plural.withArticle(bound.by() == null ? "test" : bound.by().text());
        List<Gap> gaps = coverage.gaps(bound.unit());
        if (gaps.isEmpty()) {
            return shortfall(BELOW, bound, counter, coverage).with("test", test).with("scope", coverage.scope());
        }
        FindingTemplate template = bound.unit() == CounterType.BRANCH ? BELOW_IN_BRANCHES : BELOW_IN_METHOD;
        return shortfall(template, bound, counter, coverage)
                .with("test", test)
                .with("method", gaps.get(0).method());
    }

    private static Finding shortfall(FindingTemplate template, Bound bound, Counter counter, Coverage coverage) {
        int missing = counter.missingTo(bound.atLeast());
        List<String> worst = coverage.gaps(bound.unit()).stream()
                .limit(WORST)
                .map(gap -> gap + amount(gap, bound.unit()))
                .toList();
        return state(
                template,
                bound,
                counter,
                "required",
                Percent.of(bound.atLeast()),
                "missing",
                missing,
                "missingCounter",
                noun(bound.unit(), missing),
                "worst",
                worst.isEmpty() ? "" : "; least covered: " + String.join(", ", worst));
    }

    private static Finding state(FindingTemplate template, Bound bound, Counter counter, Object... more) {
        List<Object> data = new ArrayList<>(List.of(
                "covered",
                counter.covered(),
                "total",
                counter.total(),
                "counter",
                noun(bound.unit(), counter.total()),
                "kind",
                bound.by() == null ? "" : " by " + bound.by().text() + "s",
                "share",
                Percent.of(counter, bound.atLeast())));
        Collections.addAll(data, more);
        return template.with(data.toArray())
                .identifiedBy((bound.by() == null ? "" : bound.by().text() + " tests: ")
                        + Plural.of(bound.unit().singular()));
    }

    private static String noun(CounterType type, int count) {
        return count == 1 ? type.singular() : Plural.of(type.singular());
    }

    private static String amount(Gap gap, CounterType type) {
        return type == CounterType.METHOD ? "" : " (" + Plural.count(gap.missed(), type.singular()) + ")";
    }
}

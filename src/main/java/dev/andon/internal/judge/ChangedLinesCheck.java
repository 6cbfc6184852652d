package dev.andon.internal.judge;

import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.ChangedLines;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether the changed lines are covered, and whether new services came with tests. */
public final class ChangedLinesCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.optIn(Practice.Scope.CODEBASE, "changed-lines");

    private static final String COVERED = "{covered} of {total} lines changed since {since} are covered";

    static final FindingTemplate CHANGES_UNKNOWN =
            new FindingTemplate("changes-unknown", "{reason}", "fix this and build again");
    static final FindingTemplate COVERAGE_UNKNOWN =
            new FindingTemplate("coverage-unknown", "{problem}", "fix this and build again");
    static final FindingTemplate NO_CHANGE =
            new FindingTemplate("no-change", "no line with code changed since {since}{leftOut}");
    static final FindingTemplate CHANGES_COVERED = new FindingTemplate("covered", COVERED + "{leftOut}");
    static final FindingTemplate NOT_COVERED = new FindingTemplate(
            "not-covered",
            COVERED + ", {missing} more must be; not covered: {lines}",
            "write a test that runs {first}");
    static final FindingTemplate MAY_BE_COVERED = new FindingTemplate(
            "may-be-covered",
            COVERED + ", {missing} more must be; not covered: {lines}; {pending}",
            "run the whole build");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (!(subject instanceof Subject.CodeBase)) {
            return List.of();
        }
        if (evidence.changes().isEmpty()) {
            if (requirements.practices().contains(PRACTICE)) {
                throw new IllegalStateException("changed lines were not collected");
            }
            return List.of();
        }
        ChangedLines changes = evidence.changes().get();
        ChangedCoverage coverage = changes.coverage();
        if (coverage == null) {
            return List.of(Result.undecided(CHANGES_UNKNOWN.with("reason", changes.unknown())));
        }
        double atLeast = requirements
                .changedLines()
                .map(Requirements.ChangedLinesRequirement::line)
                .orElse(1.0);
        List<Result> results =
                new ArrayList<>(new NewServices(evidence, requirements, changes.newcomers()).check(changes.since()));
        results.addAll(lines(atLeast, changes.since(), coverage, PendingTestClasses.of(null, evidence)));
        return results;
    }

    /**
     * Judges the changed lines alone.
     *
     * @param atLeast the share of them, between 0 and 1, that must be covered
     * @param pending the test classes that may still run what is not covered
     */
    public static List<Result> lines(double atLeast, String since, ChangedCoverage changed, Optional<String> pending) {
        if (!changed.problems().isEmpty()) {
            return changed.problems().stream()
                    .map(problem -> Result.undecided(COVERAGE_UNKNOWN.with("problem", problem)))
                    .toList();
        }
        int total = changed.lines().total();
        if (total == 0) {
            return List.of(Result.notApplicable(NO_CHANGE.with("since", since, "leftOut", leftOut(changed))));
        }
        int missing = changed.lines().missingTo(atLeast);
        FindingTemplate template = missing == 0 ? CHANGES_COVERED : pending.isPresent() ? MAY_BE_COVERED : NOT_COVERED;
        Finding finding = template.with(
                "covered",
                changed.lines().covered(),
                "total",
                total,
                "since",
                since,
                "missing",
                missing,
                "leftOut",
                leftOut(changed),
                "lines",
                changed.uncovered(),
                "first",
                changed.uncovered().stream().findFirst().orElse(""),
                "pending",
                pending.orElse(""));
        if (missing == 0) {
            return List.of(Result.met(finding));
        }
        return List.of(pending.isPresent() ? Result.undecided(finding) : Result.violated(finding));
    }

    private static String leftOut(ChangedCoverage changed) {
        return changed.leftOut().isEmpty() ? "" : "; not counted: " + String.join(", ", changed.leftOut());
    }
}

package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.text.FirstFew;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports once what is wrong with the run as a whole, so that the results that depend on it need not. */
final class RunComplete {
    static final String ID = "run-complete";
    private static final int SHOWN = 10;

    static final FindingTemplate UNREADABLE = new FindingTemplate(
            "unreadable-results",
            "{problems}",
            "remove what cannot be read with the next clean build, and run it to its end");

    static final FindingTemplate NO_TEST_CLASS = new FindingTemplate(
            "no-test-class",
            "this build has no test class besides the readiness class",
            "write tests, or move the readiness class to the module that has them");

    static final FindingTemplate NO_RESULT = new FindingTemplate(
            "no-results",
            "no ledger and no report of this build names any of its {count:test class}",
            "let the tests run in the same build, before the readiness class, with Andon on their class path");

    static final FindingTemplate UNKNOWN_AGE = new FindingTemplate(
            "unknown-age",
            "it cannot be determined whether the results of {count:test class} are older than the class files, since the "
                    + "time of either cannot be true: {tests|10}",
            TestFindings.UNKNOWN_AGE.fix());

    static final FindingTemplate INCOMPLETE = new FindingTemplate(
            "incomplete",
            "run incomplete: {missing} of {count:test class} {missing?has:have} not run yet: {tests|10}",
            "run the whole build; where some tests run later (in another execution or task, in several forks, or through an "
                    + "engine that the class path lists after Jupiter's, as JUnit 4's may be), run the readiness class after "
                    + "them, selected by its tag operational-readiness{advice}");

    static final FindingTemplate READINESS_NEVER_RUNS =
            new FindingTemplate("readiness-never-runs", "the readiness class {readiness} {reason}", "{fix}");

    /** What other results found where they are undecided because of the run. */
    private static final Set<String> CONSEQUENCES = Set.of(
            TestsOfKind.RUN_INCOMPLETE.key(),
            TestFindings.UNKNOWN_AGE.key(),
            ChangedLinesCheck.MAY_BE_COVERED.key(),
            NewServices.NEW_SERVICE_WITHOUT_TEST.key(),
            CoverageThresholds.UNCERTAIN.key(),
            CanaryProofCheck.NOT_YET_PROVEN.key());

    private RunComplete() {}

    /** Returns whether a result is undecided because of what is wrong with the run. */
    static boolean isCauseOf(PracticeResult result) {
        return result.verdict() == Verdict.UNDECIDED
                && CONSEQUENCES.containsAll(List.of(result.finding().split(",", -1)));
    }

    /**
     * Returns what is wrong with the run, if anything.
     *
     * @param anyUndecided whether any result is undecided: test classes that no result depends on may be missing
     */
    static List<Result> check(BuildEvidence evidence, boolean anyUndecided) {
        List<Result> results = new ArrayList<>();
        evidence.scope()
                .unrun()
                .forEach((readiness, reason) -> results.add(Result.violated(READINESS_NEVER_RUNS.with(
                        "readiness", readiness, "reason", reason.words(), "fix", reason.fix()))));
        ofTests(evidence, anyUndecided).ifPresent(results::add);
        return results;
    }

    private static Optional<Result> ofTests(BuildEvidence evidence, boolean anyUndecided) {
        if (!evidence.problemsOfRuns().isEmpty()) {
            return Optional.of(
                    Result.undecided(UNREADABLE.with("problems", String.join("; ", evidence.problemsOfRuns()))));
        }
        int expected = evidence.expected().size();
        if (expected == 0 && evidence.canaries().isEmpty()) {
            return Optional.of(Result.violated(NO_TEST_CLASS.with()));
        }
        List<TestClass> missing = evidence.notRun();
        List<TestClass> undated = missing.stream().filter(evidence::isUndated).toList();
        if (anyUndecided && !undated.isEmpty()) {
            return Optional.of(Result.undecided(
                    UNKNOWN_AGE.with("count", undated.size(), "tests", TestNames.brief(undated, evidence)),
                    TestNames.full(undated)));
        }
        if (!missing.isEmpty() && missing.size() == expected && evidence.buildIsOver()) {
            return Optional.of(Result.undecided(NO_RESULT.with("count", expected), TestNames.full(missing)));
        }
        return anyUndecided && !missing.isEmpty() && !evidence.buildIsOver()
                ? Optional.of(incomplete(missing, expected, evidence))
                : Optional.empty();
    }

    private static Result incomplete(List<TestClass> missing, int expected, BuildEvidence evidence) {
        String advice = missing.stream()
                .map(testClass -> SurefireNames.advice(testClass, evidence))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return Result.undecided(
                INCOMPLETE.with(
                        "missing",
                        missing.size(),
                        "count",
                        expected,
                        "tests",
                        TestNames.brief(missing, evidence),
                        "advice",
                        advice),
                TestNames.full(missing));
    }

    /** Returns a sentence on the test classes that no result depends on and that have not run, if there are any. */
    static Optional<String> note(BuildEvidence evidence) {
        List<TestClass> missing =
                evidence.notRun().stream().filter(BuildEvidence::anyEnabled).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of((evidence.buildIsOver() ? "exist, but never run: " : "have not run so far: ")
                        + firstFew(missing, evidence));
    }

    static String firstFew(List<TestClass> testClasses, BuildEvidence evidence) {
        return FirstFew.of(TestNames.brief(testClasses, evidence), SHOWN);
    }
}

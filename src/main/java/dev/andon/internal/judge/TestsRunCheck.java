package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.Verdict;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.NotRunReason.Cause;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges whether some execution of the build runs every test class. */
final class TestsRunCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.TESTED, Practice.Scope.CODEBASE, "tests-run");

    static final FindingTemplate ALL_RUN =
            new FindingTemplate("all-run", "the build runs all of its {count:test class}{elsewhere}");

    static final FindingTemplate NOT_OVER = new FindingTemplate(
            "not-over", "{count:test class} {count?has:have} not run so far, and may run later in this build");

    static final FindingTemplate NEVER_RUN = new FindingTemplate("never-run", "{test} {reason}", "{fix}");

    static final FindingTemplate UNKNOWN = new FindingTemplate(
            "unknown", "{test}: cannot determine whether any execution of the build runs it ({reason})", "{fix}");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        int count = evidence.expected().size();
        if (!(subject instanceof Subject.CodeBase) || count == 0) {
            return List.of();
        }
        List<TestClass> missing = evidence.notRun().stream()
                .filter(BuildEvidence::anyEnabled)
                .filter(testClass -> !evidence.isUndated(testClass))
                .toList();
        if (!missing.isEmpty() && !evidence.buildIsOver()) {
            return List.of(new Result(
                    Verdict.NOT_APPLICABLE,
                    Evidence.NONE,
                    TestNames.full(missing),
                    NOT_OVER.with("count", missing.size())));
        }
        Map<Cause, List<TestClass>> byCause = new LinkedHashMap<>();
        for (TestClass testClass : missing) {
            Cause cause =
                    evidence.notRunReason(testClass).map(NotRunReason::cause).orElse(Cause.NO_EXECUTION);
            byCause.computeIfAbsent(cause, key -> new ArrayList<>()).add(testClass);
        }
        List<Result> results = new ArrayList<>();
        byCause.getOrDefault(Cause.NO_EXECUTION, List.of())
                .forEach(testClass -> results.add(
                        Result.violated(finding(NEVER_RUN, testClass, evidence), List.of(testClass.name()))));
        Stream.of(Cause.UNKNOWN, Cause.UNDETERMINED)
                .flatMap(cause -> byCause.getOrDefault(cause, List.of()).stream())
                .forEach(testClass -> results.add(
                        Result.undecided(finding(UNKNOWN, testClass, evidence), List.of(testClass.name()))));
        if (results.isEmpty()) {
            List<TestClass> others = elsewhere(byCause);
            results.add(Result.met(
                    ALL_RUN.with("count", count, "elsewhere", elsewhere(others, evidence)), TestNames.full(others)));
        }
        return results;
    }

    private static Finding finding(FindingTemplate template, TestClass testClass, BuildEvidence evidence) {
        Optional<NotRunReason> reason = evidence.notRunReason(testClass);
        return template.with(
                "test",
                TestNames.located(testClass, evidence),
                "reason",
                reason.map(NotRunReason::words).orElse(TestFindings.NEVER_RAN_REASON),
                "fix",
                reason.map(NotRunReason::fix)
                        .orElse(TestFindings.NEVER_RAN_FIX.formatted(TestNames.brief(testClass, evidence))));
    }

    /** What did not run in this build and does in others. */
    private static List<TestClass> elsewhere(Map<Cause, List<TestClass>> byCause) {
        return Stream.of(Cause.PROFILE, Cause.NOT_THIS_TIME)
                .flatMap(cause -> byCause.getOrDefault(cause, List.of()).stream())
                .toList();
    }

    private static String elsewhere(List<TestClass> others, BuildEvidence evidence) {
        StringBuilder text = new StringBuilder();
        for (TestClass testClass : others) {
            text.append("; ")
                    .append(TestNames.brief(testClass, evidence))
                    .append(' ')
                    .append(evidence.notRunReason(testClass)
                            .map(NotRunReason::words)
                            .orElse(""));
        }
        return text.toString();
    }
}

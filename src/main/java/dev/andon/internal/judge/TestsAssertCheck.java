package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges whether every enabled test reaches an assertion or a verification. */
final class TestsAssertCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.TESTED, Practice.Scope.SERVICE, "tests-assert");

    static final FindingTemplate NO_TEST = new FindingTemplate("no-test", "no enabled test has to do with it");

    static final FindingTemplate ALL_ASSERT =
            new FindingTemplate("all-assert", "{count:test} {count?reaches:reach} an assertion or a verification");

    static final FindingTemplate CONTEXT_LOADS = new FindingTemplate(
            "context-loads",
            "{test} asserts nothing: it shows that the application starts, and no more",
            "let it ask the started application for something that every release needs, such as its health endpoint, and "
                    + "assert on the answer; or let it assert that a bean which depends on much is there");

    static final FindingTemplate ASSERTS_NOTHING = new FindingTemplate(
            "asserts-nothing",
            "{tests|5} {count?asserts:assert} nothing",
            "let {count?it:each} check an outcome with an assertion or a verification, in the test itself or in a method that "
                    + "it calls; or remove {count?it:them}");

    static final FindingTemplate RUNNER_MAY_CHECK = new FindingTemplate(
            "runner-may-check",
            "cannot determine whether {tests|5} {count?asserts:assert}: {count?it does:they do} not, but the runner "
                    + "{runner} may check what {count?it does:they do}",
            "assert in the tests themselves, or name the package of {runner} by assertionsIn");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        boolean keepCanaries = !requirements.practices().contains(CanaryAssertsCheck.PRACTICE);
        return TestMethodsOfSubject.of(subject, evidence, keepCanaries)
                .map(methods -> check(subject, methods, evidence))
                .orElse(List.of());
    }

    private static List<Result> check(Subject subject, List<TestMethod> methods, BuildEvidence evidence) {
        List<TestMethod> enabled =
                methods.stream().filter(TestMethod::isEnabled).toList();
        if (enabled.isEmpty()) {
            return TestMethodsOfSubject.notApplicable(subject, NO_TEST);
        }
        List<TestMethod> silent =
                enabled.stream().filter(method -> !evidence.asserts(method)).toList();
        if (silent.isEmpty()) {
            return List.of(Result.met(ALL_ASSERT.with("count", enabled.size())));
        }
        Map<Boolean, List<TestMethod>> byCause = silent.stream()
                .collect(Collectors.partitioningBy(evidence.assertions().startingOnly()::contains));
        Map<String, List<TestMethod>> byRunner = byCause.getOrDefault(false, List.of()).stream()
                .collect(Collectors.groupingBy(
                        method -> evidence.assertions().runners().getOrDefault(method, ""),
                        TreeMap::new,
                        Collectors.toList()));
        List<TestMethod> others = byRunner.getOrDefault("", List.of());
        byRunner.remove("");
        List<Result> results = new ArrayList<>();
        byRunner.forEach((runner, run) -> results.add(Result.undecided(
                RUNNER_MAY_CHECK.with(
                        "tests",
                        run.stream()
                                .map(method -> TestNames.located(method, evidence))
                                .toList(),
                        "count",
                        run.size(),
                        "runner",
                        runner),
                run.stream().map(TestNames::full).distinct().toList())));
        if (!others.isEmpty()) {
            results.add(Result.violated(
                    ASSERTS_NOTHING.with(
                            "tests",
                            others.stream()
                                    .map(method -> TestNames.located(method, evidence))
                                    .toList(),
                            "count",
                            others.size()),
                    others.stream().map(TestNames::full).distinct().toList()));
        }
        byCause.getOrDefault(true, List.of())
                .forEach(method -> results.add(Result.violated(
                        CONTEXT_LOADS.with("test", TestNames.located(method, evidence)),
                        List.of(TestNames.full(method)))));
        return results;
    }
}

package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<TestMethod> others = byCause.getOrDefault(false, List.of());
        List<Result> results = new ArrayList<>();
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

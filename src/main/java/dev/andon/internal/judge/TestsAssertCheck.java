package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.Collection;
import java.util.List;

/** Judges whether every enabled test reaches an assertion or a verification. */
final class TestsAssertCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.TESTED, Practice.Scope.SERVICE, "tests-assert");

    static final FindingTemplate NO_TEST = new FindingTemplate("no-test", "no enabled test has to do with it");

    static final FindingTemplate ALL_ASSERT =
            new FindingTemplate("all-assert", "{count:test} {count?reaches:reach} an assertion or a verification");

    static final FindingTemplate ASSERTS_NOTHING = new FindingTemplate(
            "asserts-nothing",
            "{tests|5} {count?asserts:assert} nothing",
            "let it check an outcome with an assertion or a verification, in the test itself or in a method that it calls; "
                    + "or remove it");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        boolean keepCanaries = !requirements.practices().contains(CanaryAssertsCheck.PRACTICE);
        return TestClassesOfSubject.of(subject, evidence)
                .map(all -> TestClassesOfSubject.withoutCanaries(all, evidence, keepCanaries))
                .map(testClasses -> check(subject, testClasses, evidence))
                .orElse(List.of());
    }

    private static List<Result> check(Subject subject, Collection<TestClass> testClasses, BuildEvidence evidence) {
        List<TestMethod> enabled = testClasses.stream()
                .flatMap(testClass -> testClass.methods().stream())
                .filter(TestMethod::isEnabled)
                .toList();
        if (enabled.isEmpty()) {
            return TestClassesOfSubject.notApplicable(subject, NO_TEST);
        }
        List<TestMethod> silent =
                enabled.stream().filter(method -> !evidence.asserts(method)).toList();
        return List.of(
                silent.isEmpty()
                        ? Result.met(ALL_ASSERT.with("count", enabled.size()))
                        : Result.violated(
                                ASSERTS_NOTHING.with(
                                        "tests",
                                        silent.stream().map(TestNames::located).toList(),
                                        "count",
                                        silent.size()),
                                silent.stream().map(TestNames::full).distinct().toList()));
    }
}

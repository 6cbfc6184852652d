package dev.andon.internal.judge;

import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.List;

/** Judges whether every enabled test has a timeout. Canaries are left out: their annotation gives them one. */
final class TimeoutsSetCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.optIn(Practice.Scope.SERVICE, "timeouts-set");

    static final FindingTemplate NO_TEST = new FindingTemplate("no-test", "no enabled test has to do with it");

    static final FindingTemplate ALL_LIMITED =
            new FindingTemplate("all-limited", "{count:test} {count?has:have} a timeout");

    static final FindingTemplate NO_TIMEOUT = new FindingTemplate(
            "no-timeout",
            "{tests|5} {count?has:have} no timeout",
            "put @Timeout on the test or its class, or set junit.jupiter.execution.timeout.default in "
                    + "junit-platform.properties among the test resources; for JUnit 4 write @Test(timeout = …) or add a "
                    + "Timeout rule");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        return TestMethodsOfSubject.of(subject, evidence, false)
                .map(methods -> check(subject, methods, evidence))
                .orElse(List.of());
    }

    private static List<Result> check(Subject subject, List<TestMethod> methods, BuildEvidence evidence) {
        List<TestMethod> enabled =
                methods.stream().filter(TestMethod::isEnabled).toList();
        if (enabled.isEmpty()) {
            return TestMethodsOfSubject.notApplicable(subject, NO_TEST);
        }
        List<TestMethod> unlimited =
                enabled.stream().filter(method -> !method.timeLimited()).toList();
        return List.of(
                unlimited.isEmpty()
                        ? Result.met(ALL_LIMITED.with("count", enabled.size()))
                        : Result.violated(
                                NO_TIMEOUT.with(
                                        "tests",
                                        unlimited.stream()
                                                .map(method -> TestNames.located(method, evidence))
                                                .toList(),
                                        "count",
                                        unlimited.size()),
                                unlimited.stream()
                                        .map(TestNames::full)
                                        .distinct()
                                        .toList()));
    }
}

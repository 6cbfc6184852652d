package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a disabled test gives a reason and a ticket or date, and the date is not past. A test that depends on its
 * environment is not a disabled one.
 */
public final class TestsEnabledCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.TESTED, Practice.Scope.SERVICE, "tests-enabled");

    private static final String FIX = "enable it, or write why and until when, with a ticket or a future date: "
            + "@Disabled(\"SHOP-123: until the new tax table is in\")";

    static final FindingTemplate NO_TEST = new FindingTemplate("no-test", "no test has to do with it");
    static final FindingTemplate ENABLED = new FindingTemplate("enabled", "no test is disabled without a valid reason");

    static final FindingTemplate NO_REASON =
            new FindingTemplate("no-reason", "{test} is disabled without a reason", FIX);
    static final FindingTemplate PAST_DATE =
            new FindingTemplate("past-date", "{test} is disabled until {date}, which is past", FIX);
    static final FindingTemplate INVALID_DATE =
            new FindingTemplate("invalid-date", "{test} is disabled until {date}, which is not a date", FIX);
    static final FindingTemplate NO_TICKET =
            new FindingTemplate("no-ticket", "{test} gives neither a ticket nor a date: \"{reason}\"", FIX);

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        boolean keepCanaries = !requirements.practices().contains(CanarySingleOperationCheck.PRACTICE);
        return TestMethodsOfSubject.of(subject, evidence, keepCanaries)
                .map(methods -> check(subject, methods, evidence))
                .orElse(List.of());
    }

    private static List<Result> check(Subject subject, List<TestMethod> methods, BuildEvidence evidence) {
        if (methods.isEmpty()) {
            return TestMethodsOfSubject.notApplicable(subject, NO_TEST);
        }
        // An annotation on a class disables all of its methods, and is one fault.
        Map<TestMethod.Disabled, List<TestMethod>> byAnnotation = new LinkedHashMap<>();
        for (TestMethod method : methods) {
            TestMethod.Disabled disabled = method.disabled();
            if (disabled != null) {
                byAnnotation.computeIfAbsent(disabled, key -> new ArrayList<>()).add(method);
            }
        }
        Map<TestMethod.Disabled, Finding> faults = new LinkedHashMap<>();
        byAnnotation.forEach((disabled, by) -> fault(
                        named(by, evidence) + " (@" + disabled.annotation() + " at " + disabled.location() + ")",
                        disabled,
                        evidence.today())
                .ifPresent(fault -> faults.put(disabled, fault)));
        return faults.isEmpty()
                ? List.of(Result.met(ENABLED.with()))
                : faults.entrySet().stream()
                        .map(fault -> Result.violated(
                                fault.getValue(),
                                byAnnotation.getOrDefault(fault.getKey(), List.of()).stream()
                                        .map(TestNames::full)
                                        .distinct()
                                        .toList()))
                        .toList();
    }

    private static String named(List<TestMethod> methods, BuildEvidence evidence) {
        TestMethod first = methods.get(0);
        return methods.size() == 1 ? TestNames.brief(first, evidence) : evidence.shortName(first.runsIn());
    }

    /**
     * Returns what is wrong with a disabled test.
     *
     * @param test how to name it
     */
    public static Optional<Finding> fault(String test, TestMethod.Disabled disabled, LocalDate today) {
        return disabled.conditional() ? Optional.empty() : DisabledReason.fault(test, disabled.reason(), today);
    }
}

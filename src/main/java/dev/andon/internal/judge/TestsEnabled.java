package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.require.Practice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges whether a disabled test gives a reason and a ticket or date, and the date is not past: {@code tests-enabled}. A
 * test that depends on its environment is not a disabled one.
 */
final class TestsEnabled {
    private static final String ID = Practice.TESTS_ENABLED.id();

    private final LocalDate today;

    TestsEnabled(LocalDate today) {
        this.today = today;
    }

    /** Judges the tests of a service, or those that have nothing to do with any. */
    PracticeResult judge(Collection<TestClass> testClasses) {
        List<TestMethod> methods = testClasses.stream()
                .flatMap(testClass -> testClass.methods().stream())
                .toList();
        if (methods.isEmpty()) {
            return new PracticeResult(
                    ID, Verdict.NOT_APPLICABLE, Evidence.NONE, List.of(), "no test has to do with it", "");
        }
        List<String> tests = new ArrayList<>();
        Set<String> faults = new LinkedHashSet<>();
        for (TestMethod method : methods) {
            TestMethod.Disabled disabled = method.disabled();
            if (disabled != null && !disabled.conditional()) {
                DisabledReason.fault(disabled.reason(), today).ifPresent(fault -> {
                    tests.add(MethodLabels.name(method));
                    faults.add(MethodLabels.simpleName(method) + " (@" + disabled.annotation() + " at "
                            + disabled.location() + ") " + fault);
                });
            }
        }
        if (faults.isEmpty()) {
            return new PracticeResult(
                    ID, Verdict.MET, Evidence.NONE, List.of(), "no test is disabled without a reason that holds", "");
        }
        return new PracticeResult(
                ID,
                Verdict.VIOLATED,
                Evidence.NONE,
                tests,
                String.join("; ", faults),
                "enable it, or write why and until when, with a ticket or a date to come: "
                        + "@Disabled(\"SHOP-123: until the new tax table is in\")");
    }
}

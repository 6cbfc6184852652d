package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.FirstFew;
import java.util.Collection;
import java.util.List;

/** Judges whether every enabled test reaches an assertion or a verification: {@code tests-assert}. */
final class TestsAssert {
    private static final String ID = Practice.TESTS_ASSERT.id();

    private final EvidenceIndex known;

    TestsAssert(EvidenceIndex known) {
        this.known = known;
    }

    /** Judges the tests of a service, or those that have nothing to do with any. */
    PracticeResult judge(Collection<TestClass> testClasses) {
        List<TestMethod> enabled = testClasses.stream()
                .flatMap(testClass -> testClass.methods().stream())
                .filter(method -> method.disabled() == null || method.disabled().conditional())
                .toList();
        if (enabled.isEmpty()) {
            return new PracticeResult(
                    ID, Verdict.NOT_APPLICABLE, Evidence.NONE, List.of(), "no enabled test has to do with it", "");
        }
        List<TestMethod> silent =
                enabled.stream().filter(method -> !known.asserts(method)).toList();
        if (silent.isEmpty()) {
            return new PracticeResult(
                    ID,
                    Verdict.MET,
                    Evidence.NONE,
                    List.of(),
                    "all " + enabled.size() + " tests reach an assertion or a verification",
                    "");
        }
        return new PracticeResult(
                ID,
                Verdict.VIOLATED,
                Evidence.NONE,
                silent.stream().map(MethodLabels::name).distinct().toList(),
                FirstFew.of(
                                silent.stream()
                                        .map(method -> MethodLabels.simpleName(method) + " (" + method.location() + ")")
                                        .toList(),
                                5)
                        + (silent.size() == 1 ? " asserts nothing" : " assert nothing"),
                "let it check an outcome with an assertion or a verification, in the test itself or in a method that it "
                        + "calls; or remove it");
    }
}

package dev.andon.internal.judge;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.ServiceTestIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Assigns each test method to the services that it reaches, or to the code base where it is known to reach none. */
final class TestMethodsOfSubject {
    private TestMethodsOfSubject() {}

    /**
     * Returns the test methods of a subject; empty for a canary, which has practices of its own.
     *
     * @param keepCanaries whether the methods of canaries count too
     */
    static Optional<List<TestMethod>> of(Subject subject, BuildEvidence evidence, boolean keepCanaries) {
        if (subject instanceof Subject.OfCanary) {
            return Optional.empty();
        }
        ServiceTestIndex index = evidence.serviceTests();
        Predicate<TestClass> wanted = testClass -> keepCanaries || !evidence.isCanary(testClass);
        if (subject instanceof Subject.OfService of) {
            return Optional.of(methods(
                    evidence.testClassesReaching(of.service()),
                    wanted,
                    (testClass, method) -> index.reaches(testClass, method, of.service())));
        }
        return Optional.of(methods(evidence.testClasses(), wanted, index::reachesNone));
    }

    private static List<TestMethod> methods(
            List<TestClass> testClasses, Predicate<TestClass> ofClass, BiPredicate<TestClass, TestMethod> wanted) {
        return testClasses.stream()
                .filter(ofClass)
                .flatMap(testClass -> testClass.methods().stream().filter(method -> wanted.test(testClass, method)))
                .toList();
    }

    /** Returns that a practice on tests does not apply; for the code base that is not worth a result. */
    static List<Result> notApplicable(Subject subject, FindingTemplate why) {
        return subject instanceof Subject.CodeBase ? List.of() : List.of(Result.notApplicable(why.with()));
    }
}

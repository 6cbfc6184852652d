package dev.andon.internal.judge;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Assigns each test class to the services that it tests, or to the code base where it tests none. */
final class TestClassesOfSubject {
    private TestClassesOfSubject() {}

    /** Returns the test classes of a subject; empty for a canary, which has practices of its own. */
    static Optional<Collection<TestClass>> of(Subject subject, BuildEvidence evidence) {
        if (subject instanceof Subject.OfService of) {
            return Optional.of(evidence.serviceTests().of(of.service()));
        }
        return subject instanceof Subject.CodeBase ? Optional.of(evidence.testClassesOfNoService()) : Optional.empty();
    }

    /** Returns the test classes without the canaries, unless these are to be kept. */
    static Collection<TestClass> withoutCanaries(
            Collection<TestClass> testClasses, BuildEvidence evidence, boolean keepCanaries) {
        return keepCanaries
                ? testClasses
                : testClasses.stream()
                        .filter(testClass -> !evidence.isCanary(testClass))
                        .toList();
    }

    /** Returns that a practice on tests does not apply; for the code base that is not worth a result. */
    static List<Result> notApplicable(Subject subject, FindingTemplate why) {
        return subject instanceof Subject.CodeBase ? List.of() : List.of(Result.notApplicable(why.with()));
    }
}

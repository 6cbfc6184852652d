package dev.andon.internal.judge;

import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;

/** Assigns each test method to the services that it reaches, or to the code base where it is known to reach none. */
final class TestMethodsOfSubject {
    private TestMethodsOfSubject() {}

    /**
     * Returns the test methods of a subject; empty for a canary, which has practices of its own.
     *
     * @param keepCanaries whether the methods of canaries count too
     */
    static Optional<List<TestMethod>> of(Subject subject, BuildEvidence evidence, boolean keepCanaries) {
        return subject instanceof Subject.OfCanary
                ? Optional.empty()
                : Optional.of(evidence.testClasses().stream()
                        .filter(testClass -> keepCanaries || !evidence.isCanary(testClass))
                        .flatMap(testClass -> testClass.methods().stream()
                                .filter(method -> subject instanceof Subject.OfService of
                                        ? evidence.serviceTests().reaches(testClass, method, of.service())
                                        : evidence.serviceTests().reachesNone(testClass, method)))
                        .toList());
    }

    /** Returns that a practice on tests does not apply; for the code base that is not worth a result. */
    static List<Result> notApplicable(Subject subject, FindingTemplate why) {
        return subject instanceof Subject.CodeBase ? List.of() : List.of(Result.notApplicable(why.with()));
    }
}

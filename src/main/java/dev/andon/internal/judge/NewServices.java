package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.NewClasses;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.ClassNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges whether new services came with tests: the part of {@code changed-lines} that is not about lines. */
final class NewServices {
    static final FindingTemplate NEW_SERVICE_WITHOUT_TEST = new FindingTemplate(
            "new-service-without-test",
            "{service} ({location}, module {module}) is new since {since} and came without a test: {looked}",
            "write {simple}Test or another test that runs {simple}, asserts on what it does, and is part of the same change");

    private final BuildEvidence evidence;
    private final Requirements requirements;
    private final NewClasses change;

    NewServices(BuildEvidence evidence, Requirements requirements, NewClasses change) {
        this.evidence = evidence;
        this.requirements = requirements;
        this.change = change;
    }

    /** Returns a result for each new service that came without a test. */
    List<Result> check(String since) {
        return change.services().stream()
                .sorted(Comparator.comparing(Service::name).thenComparing(Service::module))
                .flatMap(service -> check(service, since).stream())
                .toList();
    }

    private Optional<Result> check(Service service, String since) {
        List<Verdict> verdicts = TestKind.kinds().stream()
                .map(kind -> new TestsOfKind(evidence, kind, requirements, UnitTestsCheck.NO_TEST)
                        .judge(service, changed(kind))
                        .verdict())
                .toList();
        if (verdicts.contains(Verdict.MET)) {
            return Optional.empty();
        }
        Finding finding = NEW_SERVICE_WITHOUT_TEST.with(
                "service",
                service.name(),
                "simple",
                ClassNames.simple(service.name()),
                "location",
                service.location(),
                "module",
                service.module(),
                "since",
                since,
                "looked",
                looked(service));
        return Optional.of(verdicts.contains(Verdict.UNDECIDED) ? Result.undecided(finding) : Result.violated(finding));
    }

    private List<TestClass> changed(TestKind kind) {
        return evidence.testClasses(kind).stream()
                .filter(change.testClasses()::contains)
                .toList();
    }

    private String looked(Service service) {
        Set<TestClass> changed = change.testClasses();
        Optional<TestEvidence> nearest = changed.stream()
                .flatMap(test -> new TestEvidenceCollector(evidence, test.kind()).of(service, test).stream())
                .min(Comparator.comparing(TestEvidence::state).reversed().thenComparing(TestEvidence::name));
        if (nearest.isPresent()) {
            return nearest.get().finding().found();
        }
        String unchanged = evidence.serviceTests().of(service).stream()
                .filter(test -> !changed.contains(test))
                .min(Comparator.comparing(TestClass::name))
                .map(test ->
                        "; " + evidence.shortName(test.name()) + " (" + test.location() + ") does, and did not change")
                .orElse("");
        return (changed.isEmpty()
                        ? "no test class is new or changed"
                        : "of the test classes that are new or changed (" + changed.size() + ") none reaches it")
                + unchanged;
    }
}

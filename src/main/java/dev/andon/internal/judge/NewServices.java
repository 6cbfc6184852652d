package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NewClasses;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges whether new services brought their tests: the part of {@code changed-lines} that is not about lines. */
final class NewServices {

    /**
     * A new service that came without a test.
     *
     * @param found which, and what was looked for
     * @param fix how to fix it
     * @param runMayFixIt whether a test class of the change has not run yet, and might be what is missing
     */
    record Untested(String found, String fix, boolean runMayFixIt) {}

    private final EvidenceIndex known;
    private final Requirements requirements;
    private final TestEvidenceCollector candidates;
    private final NewClasses newcomers;

    NewServices(EvidenceIndex known, Requirements requirements, NewClasses newcomers) {
        this.known = known;
        this.requirements = requirements;
        this.candidates = new TestEvidenceCollector(known);
        this.newcomers = newcomers;
    }

    List<Untested> untested(String since) {
        List<Untested> untested = new ArrayList<>();
        newcomers.services().stream()
                .sorted(Comparator.comparing(Service::name).thenComparing(Service::module))
                .forEach(service -> judge(service, since).ifPresent(untested::add));
        return untested;
    }

    private Optional<Untested> judge(Service service, String since) {
        List<Verdict> verdicts = TestKind.kinds().stream()
                .map(kind -> new TestsOfKind(known, kind, requirements)
                        .judge(Practice.CHANGED_LINES.id(), service, changed(kind))
                        .verdict())
                .toList();
        if (verdicts.contains(Verdict.MET)) {
            return Optional.empty();
        }
        String place = service.name() + " (" + service.location() + ", module " + service.module() + ")";
        return Optional.of(new Untested(
                place + " is new since " + since + " and came without a test: " + lookedAt(service),
                fix(service),
                verdicts.contains(Verdict.UNDECIDED)));
    }

    private List<TestClass> changed(TestKind kind) {
        return known.testClasses(kind).stream()
                .filter(newcomers.testClasses()::contains)
                .toList();
    }

    private String lookedAt(Service service) {
        Set<TestClass> changed = newcomers.testClasses();
        List<TestEvidence> near = changed.stream()
                .flatMap(test -> candidates.of(service, test).stream())
                .sorted(Comparator.comparing(TestEvidence::state).reversed().thenComparing(TestEvidence::name))
                .toList();
        if (!near.isEmpty()) {
            return near.get(0).sentence();
        }
        Optional<TestClass> unchanged = known.testClassesOf(service).stream()
                .filter(test -> !changed.contains(test))
                .min(Comparator.comparing(TestClass::name));
        return (changed.isEmpty()
                        ? "no test class is new or changed"
                        : "of the test classes that are new or changed (" + changed.size() + ") none reaches it")
                + unchanged
                        .map(test -> "; " + ServiceLabels.simple(test.name()) + " (" + test.location()
                                + ") does, and did not change")
                        .orElse("");
    }

    private static String fix(Service service) {
        String simple = ServiceLabels.simple(service.name());
        return "Write " + simple + "Test or another test that runs " + simple
                + ", asserts on what it does, and is part of the same change.";
    }
}

package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.require.Requirements;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges whether a service has tests of one kind, with evidence: {@code unit-tests} and {@code integration-tests}. */
final class TestsOfKind {
    private final EvidenceIndex known;
    private final TestEvidenceCollector candidates;
    private final TestKind kind;
    private final Optional<Evidence> asked;

    TestsOfKind(EvidenceIndex known, TestKind kind, Requirements requirements) {
        this.known = known;
        this.candidates = new TestEvidenceCollector(known);
        this.kind = kind;
        this.asked = Optional.ofNullable(requirements.evidence().get(kind));
    }

    PracticeResult judge(Service service) {
        if (kind != TestKind.UNIT && service.tier() == Service.Tier.INNER) {
            return new PracticeResult(
                    kind.practice(),
                    Verdict.NOT_APPLICABLE,
                    Evidence.NONE,
                    List.of(),
                    "a component behind the entry points, which the tests of their contracts reach",
                    "");
        }
        return judge(kind.practice(), service, known.testClasses(kind));
    }

    PracticeResult judge(String id, Service service, List<TestClass> ofKind) {
        List<TestEvidence> all = ofKind.stream()
                .flatMap(testClass -> candidates.of(service, testClass).stream())
                .sorted(Comparator.comparing(TestEvidence::evidence)
                        .thenComparing(TestEvidence::state)
                        .reversed()
                        .thenComparing(TestEvidence::name))
                .toList();
        List<TestEvidence> proving =
                all.stream().filter(candidate -> enough(candidate)).toList();
        if (!proving.isEmpty()) {
            return met(id, service, proving);
        }
        List<TestEvidence> pending = all.stream()
                .filter(candidate -> candidate.state() == TestEvidence.State.NOT_YET_RUN)
                .toList();
        if (!pending.isEmpty()) {
            return new PracticeResult(
                    id,
                    Verdict.UNDECIDED,
                    Evidence.NONE,
                    names(pending),
                    "run incomplete: " + sentences(pending),
                    "run the whole build; the answer stands when every test class has run"
                            + Fixes.unusualName(pending.get(0).simpleName(), known.runsInFailsafe()));
        }
        return violated(id, service, all);
    }

    /** Whether the evidence is the strongest that the build offers for this class, or what is asked for by hand. */
    private boolean enough(TestEvidence candidate) {
        if (asked.isPresent()) {
            Evidence required = asked.get();
            boolean saysSo =
                    required == Evidence.DECLARED && candidate.evidence().compareTo(Evidence.DECLARED) >= 0;
            boolean linked = required == Evidence.LINKED
                    && candidate.state() == TestEvidence.State.NOT_EXECUTED
                    && candidate.evidence() == Evidence.LINKED;
            return saysSo || linked || candidate.proves(required);
        }
        return candidate.proves(Evidence.LINKED);
    }

    private PracticeResult met(String id, Service service, List<TestEvidence> proving) {
        TestEvidence best = proving.get(0);
        String further = proving.size() > 1 ? "; and " + (proving.size() - 1) + " more" : "";
        String caveat = best.evidence() == Evidence.LINKED ? caveat(service, best) : "";
        return new PracticeResult(
                id, Verdict.MET, best.evidence(), names(proving), best.sentence() + further + caveat, "");
    }

    private String caveat(Service service, TestEvidence best) {
        if (!best.testClass().sameProcess()) {
            return "; judged by LINKED, since the service runs in another process";
        }
        Optional<String> untold = known.untold(service);
        if (untold.isPresent()) {
            return "; judged by LINKED: " + untold.get();
        }
        return known.executionsAvailable()
                ? "; judged by LINKED, since its lines cannot be told from those of tests in parallel"
                : "; judged by LINKED: " + known.executionsReason();
    }

    private PracticeResult violated(String id, Service service, List<TestEvidence> all) {
        if (all.isEmpty()) {
            return new PracticeResult(
                    id,
                    Verdict.VIOLATED,
                    Evidence.NONE,
                    List.of(),
                    "no " + kind.text() + " reaches it, among " + looked() + others(service),
                    missing(service));
        }
        TestEvidence nearest = all.get(0);
        String fix = known.absence(nearest.testClass())
                .filter(absence -> nearest.state() == TestEvidence.State.NEVER_RAN)
                .map(NotRunReason::fix)
                .orElseGet(() -> Fixes.of(nearest, kind, service));
        return new PracticeResult(id, Verdict.VIOLATED, nearest.evidence(), names(all), sentences(all), fix);
    }

    private String missing(Service service) {
        // Surefire alone does not run what ends in IT.
        String ending = kind == TestKind.UNIT ? "Test" : known.runsInFailsafe() ? "IT" : "IntegrationTest";
        String name = ServiceLabels.simple(service.name()).replace(".", "") + ending;
        boolean alike = known.testClasses().stream()
                .anyMatch(other -> ServiceLabels.simple(other.name()).equals(name));
        return Fixes.missing(
                kind,
                service,
                name,
                alike && kind != TestKind.UNIT,
                asked.filter(Evidence.DECLARED::equals).isPresent(),
                !known.executionsAvailable());
    }

    private String looked() {
        int ofKind = known.testClasses(kind).size();
        return count(ofKind, kind.text() + " class") + " of "
                + count(known.testClasses().size(), "test class");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : noun.endsWith("s") ? "es" : "s");
    }

    /** What does reach the service: it tells a service that has tests of another kind from one that has none. */
    private String others(Service service) {
        String found = known.testClassesOf(service).stream()
                .filter(testClass -> testClass.kind() != kind)
                .limit(3)
                .map(testClass -> ServiceLabels.simple(testClass.name()) + " is "
                        + ServiceLabels.article(testClass.kind().text()) + " (" + testClass.kindReason() + ")")
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "" : "; " + found;
    }

    private static List<String> names(List<TestEvidence> found) {
        return found.stream().map(TestEvidence::name).toList();
    }

    private static String sentences(List<TestEvidence> found) {
        Stream<String> first = found.stream().limit(3).map(TestEvidence::sentence);
        Stream<String> more = found.size() > 3 ? Stream.of("and " + (found.size() - 3) + " more") : Stream.empty();
        return Stream.concat(first, more).collect(Collectors.joining("; "));
    }
}

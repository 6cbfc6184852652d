package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.Plural;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges whether a service has tests of one kind, with evidence. */
final class TestsOfKind {
    static final FindingTemplate NOT_AN_ENTRY_POINT = new FindingTemplate(
            "not-an-entry-point",
            "a component behind the entry points: the tests of the entry points cover its contract");

    static final FindingTemplate RUN_INCOMPLETE = new FindingTemplate(
            "run-incomplete",
            "run incomplete: {tests|3} {count?has:have} not run yet",
            "run the whole build; the result is final when every test class has run{advice}");

    private final BuildEvidence build;
    private final TestKind kind;
    private final FindingTemplate noTest;
    private final TestEvidenceCollector collector;
    private final Optional<Evidence> required;

    /**
     * Prepares to judge.
     *
     * @param noTest the wording where no test reaches the service; see {@link NewTestAdvice#found}
     */
    TestsOfKind(BuildEvidence build, TestKind kind, Requirements requirements, FindingTemplate noTest) {
        this.build = build;
        this.kind = kind;
        this.noTest = noTest;
        this.collector = new TestEvidenceCollector(build, kind);
        this.required = Optional.ofNullable(requirements.evidence().get(kind));
    }

    /** Judges a service by all tests of the kind. */
    Result judge(Service service) {
        return judge(service, build.testClasses(kind, service));
    }

    /** Judges a service by some tests of the kind. */
    Result judge(Service service, List<TestClass> testClasses) {
        List<TestEvidence> all = testClasses.stream()
                .flatMap(testClass -> collector.of(service, testClass).stream())
                .sorted(Comparator.comparing((TestEvidence test) -> !mayNotReach(service, test))
                        .thenComparing(TestEvidence::evidence)
                        .thenComparing(TestEvidence::state)
                        .reversed()
                        .thenComparing(TestEvidence::name))
                .toList();
        List<TestEvidence> proving = all.stream().filter(this::isEnough).toList();
        if (!proving.isEmpty()) {
            return met(service, proving);
        }
        List<TestEvidence> pending = all.stream()
                .filter(test -> test.state() == TestEvidence.State.NOT_YET_RUN)
                .filter(test -> mayCount(service, test.testClass()))
                .toList();
        if (!pending.isEmpty()) {
            return undecided(service, pending);
        }
        List<TestEvidence> unclear = all.stream()
                .filter(test -> test.state() == TestEvidence.State.UNCLEAR)
                .toList();
        return unclear.isEmpty()
                ? violated(service, all)
                : Result.undecided(told(service, unclear), known(service, unclear));
    }

    /** Returns whether nothing shows that the tests reach the service, because they cannot be read. */
    private boolean mayNotReach(Service service, TestEvidence test) {
        return test.testClass().engine() != null
                && build.serviceTests().execution(service, test.testClass()).isEmpty();
    }

    /** Returns the tests at fault: without a test that cannot be read, the service would still lack one that reaches it. */
    private List<String> known(Service service, List<TestEvidence> found) {
        return names(found.stream().filter(test -> !mayNotReach(service, test)).toList());
    }

    /** Returns the nearest finding, told from others by all tests where none of them is at fault. */
    private Finding told(Service service, List<TestEvidence> found) {
        Finding nearest = found.get(0).finding();
        return known(service, found).isEmpty() ? nearest.identifiedBy(names(found)) : nearest;
    }

    /** Returns whether the evidence is the strongest that the build offers for this class, or what is required. */
    private boolean isEnough(TestEvidence test) {
        if (required.isEmpty()) {
            return test.proves(Evidence.LINKED);
        }
        Evidence evidence = required.get();
        boolean declared = evidence == Evidence.DECLARED && test.evidence().compareTo(Evidence.DECLARED) >= 0;
        boolean linked = evidence == Evidence.LINKED
                && test.state() == TestEvidence.State.NOT_EXECUTED
                && test.evidence() == Evidence.LINKED;
        return declared || linked || test.proves(evidence);
    }

    private Result met(Service service, List<TestEvidence> proving) {
        TestEvidence best = proving.get(0);
        String more = proving.size() > 1 ? "; and " + (proving.size() - 1) + " more" : "";
        String caveat = best.evidence() == Evidence.LINKED ? "; judged by LINKED" + whyLinked(service, best) : "";
        return Result.met(best.finding().with("note", more + caveat), names(proving))
                .by(best.evidence());
    }

    private String whyLinked(Service service, TestEvidence best) {
        if (!best.testClass().sameProcess()) {
            return ", since the service runs in another process";
        }
        String unknown = build.executions().untold().get(service.name());
        if (unknown != null) {
            return ": " + unknown;
        }
        if (!build.executions().available()) {
            // Said once for the run.
            return "";
        }
        String unclear = build.executions().reason();
        return unclear.isEmpty()
                ? ", since the coverage data holds nothing of " + build.shortName(best.name())
                        + ": it ran in a JVM without the JaCoCo agent, or another tool replaced its data"
                : ": " + unclear;
    }

    private Result undecided(Service service, List<TestEvidence> pending) {
        TestEvidence first = pending.get(0);
        if (build.buildIsOver() || build.isUndated(first.testClass())) {
            return Result.undecided(told(service, pending), known(service, pending));
        }
        return Result.undecided(
                RUN_INCOMPLETE.with(
                        "tests",
                        pending.stream()
                                .map(test -> build.shortName(test.name()) + " ("
                                        + test.testClass().location() + ")")
                                .toList(),
                        "count",
                        pending.size(),
                        "advice",
                        SurefireNames.advice(pending.get(0).testClass(), build)),
                names(pending));
    }

    private Result violated(Service service, List<TestEvidence> all) {
        if (all.isEmpty()) {
            return Result.violated(none(service, List.of()));
        }
        TestEvidence nearest = all.get(0);
        if (nearest.state() == TestEvidence.State.MOCKS_ONLY && !isNamedAfter(service, nearest)) {
            return Result.violated(none(service, all), names(all));
        }
        Finding finding = nearest.state() == TestEvidence.State.PROVES
                ? TestFindings.WEAKER_EVIDENCE.with(
                        "test", nearest.finding().found(), "evidence", required.orElse(Evidence.LINKED))
                : told(service, all);
        List<Finding> others = all.stream().skip(1).map(TestEvidence::finding).toList();
        return Result.violated(finding.followedBy(others), known(service, all)).by(nearest.evidence());
    }

    /** A test of another service, such as a controller's, may well replace this one with a mock. */
    private static boolean isNamedAfter(Service service, TestEvidence test) {
        return test.testClass().declares().contains(service.name())
                || ClassNames.simple(test.name()).contains(ClassNames.simple(service.name()));
    }

    /** What only mocks the service can be evidence by what it executes, and by nothing else. */
    private boolean mayCount(Service service, TestClass testClass) {
        return build.executions().available()
                || build.serviceTests()
                        .link(service, testClass)
                        .filter(link -> link.strength() == Link.Strength.MOCK_ONLY)
                        .isEmpty();
    }

    private Finding none(Service service, List<TestEvidence> mocking) {
        List<String> others = new ArrayList<>();
        if (!mocking.isEmpty()) {
            others.add(FirstFew.of(
                            mocking.stream()
                                    .map(test -> build.shortName(test.name()))
                                    .toList(),
                            3)
                    + (mocking.size() == 1 ? " holds" : " hold") + " nothing but a mock of it");
        }
        build.serviceTests().of(service).stream()
                .filter(testClass -> !testClass.has(kind))
                .limit(3)
                .map(testClass -> build.shortName(testClass.name()) + " is "
                        + Plural.withArticle(testClass.kind().text()) + " (" + testClass.kindReason() + ")")
                .forEach(others::add);
        NewTestAdvice advice = new NewTestAdvice(build, kind, service);
        return noTest.with(
                "kind",
                kind.text(),
                "ofKind",
                Plural.count(build.testClasses(kind).size(), kind.text() + " class"),
                "all",
                build.testClasses().size(),
                "others",
                others.isEmpty() ? "" : "; " + String.join(", ", others),
                "make",
                advice.make(),
                "service",
                ClassNames.simple(service.name()),
                "call",
                advice.call(),
                "further",
                advice.further(required.filter(Evidence.DECLARED::equals).isPresent()));
    }

    private static List<String> names(List<TestEvidence> found) {
        return found.stream().map(TestEvidence::name).toList();
    }
}

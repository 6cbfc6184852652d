package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Judges every service, and every canary, by every practice that is required. */
public final class Judge {
    private final BuildEvidence findings;
    private final EvidenceIndex known;
    private final Requirements requirements;
    private final Waivers waivers;
    private final Exemptions exemptions;
    private final TestsAssert testsAssert;
    private final TestsEnabled testsEnabled;
    private final CanaryRows canaryRows;

    private Judge(BuildEvidence findings, Requirements requirements, LocalDate today) {
        this.findings = findings;
        this.known = new EvidenceIndex(findings);
        this.requirements = requirements;
        this.waivers = new Waivers(requirements.waivers(), today);
        this.exemptions = new Exemptions(requirements.exemptions());
        this.testsAssert = new TestsAssert(known);
        this.testsEnabled = new TestsEnabled(today);
        this.canaryRows = new CanaryRows(known, findings.canaries(), findings.assertions());
    }

    /** Judges the findings; the same findings, requirements and day give the same report. */
    public static Report judge(
            String readinessClass, BuildEvidence findings, Requirements requirements, LocalDate today) {
        return new Judge(findings, requirements, today).judge(readinessClass);
    }

    private Report judge(String readinessClass) {
        List<ServiceResult> services = new ArrayList<>();
        Map<Service, KnownCanary> canaries = new LinkedHashMap<>();
        known.canaries().forEach(canary -> canaries.put(canary.asSubject(), canary));
        Map<Service, String> labels =
                ServiceLabels.labels(Stream.concat(known.services().stream(), canaries.keySet().stream())
                        .toList());
        known.services().forEach(service -> {
            List<PracticeResult> results = requirements.practices().stream()
                    .sorted()
                    .filter(practice -> practice.scope() == Practice.Scope.SERVICE)
                    .filter(practice -> practice != Practice.COVERAGE
                            || !requirements.coverage().isEmpty())
                    .map(practice -> apply(service, judge(practice, service)))
                    .toList();
            services.add(new ServiceResult(service.name(), labels.get(service), service.module(), results));
        });
        canaries.forEach((subject, canary) -> {
            List<PracticeResult> results = requirements.practices().stream()
                    .sorted()
                    .filter(practice -> practice.scope() == Practice.Scope.CANARY)
                    .map(practice -> apply(subject, canaryRows.judge(practice, canary)))
                    .toList();
            if (!results.isEmpty()) {
                services.add(new ServiceResult(canary.name(), labels.get(subject), canary.module(), results));
            }
        });
        List<PracticeResult> codebase = codebase(services, labels.keySet());
        return new Report(readinessClass, services, codebase, hints(codebase));
    }

    private PracticeResult apply(Service subject, PracticeResult result) {
        List<String> routes = subject.routes().stream().map(Object::toString).toList();
        return waivers.apply(subject, exemptions.apply(subject.name(), routes, result));
    }

    private List<String> hints(List<PracticeResult> codebase) {
        Stream<String> canaries = requirements.practices().contains(Practice.CANARIES)
                ? new CanariesOfOperations(known, requirements).hint().stream()
                : Stream.empty();
        // A row of its own says it where anything depends on it.
        boolean said = codebase.stream().anyMatch(row -> row.id().equals(RunComplete.ID));
        return Stream.concat(canaries, said ? Stream.empty() : RunComplete.note(known).stream())
                .toList();
    }

    private PracticeResult judge(Practice practice, Service service) {
        return switch (practice) {
            case UNIT_TESTS -> tests(TestKind.UNIT, service);
            case INTEGRATION_TESTS -> tests(TestKind.INTEGRATION, service);
            case END_TO_END_TESTS -> new EndToEnd(known, requirements).judge(service);
            case TESTS_ASSERT -> testsAssert.judge(without(Practice.CANARY_ASSERTS, known.testClassesOf(service)));
            case TESTS_ENABLED ->
                testsEnabled.judge(without(Practice.CANARY_SINGLE_OPERATION, known.testClassesOf(service)));
            case CANARIES -> new CanariesOfOperations(known, requirements).judge(service);
            case CANARIES_FEW -> new CanariesFew(known, requirements).judge(service);
            case COVERAGE -> new CoverageRows(findings, known, requirements).of(service);
            default -> notJudged(practice);
        };
    }

    /** Leaves out the canaries where a practice of theirs says the same of them. */
    private Collection<TestClass> without(Practice sayingTheSame, Collection<TestClass> testClasses) {
        return requirements.practices().contains(sayingTheSame)
                ? testClasses.stream()
                        .filter(testClass -> !known.isCanary(testClass))
                        .toList()
                : testClasses;
    }

    private PracticeResult tests(TestKind kind, Service service) {
        return new TestsOfKind(known, kind, requirements).judge(service);
    }

    /** A practice that is asked for and cannot be judged must never look like one that holds. */
    private static PracticeResult notJudged(Practice practice) {
        return new PracticeResult(
                practice.id(),
                Verdict.UNDECIDED,
                Evidence.NONE,
                List.of(),
                "this version of Andon cannot judge " + practice.id() + " yet",
                "ask for the practices that it judges, or for a lower level");
    }

    private List<PracticeResult> codebase(List<ServiceResult> services, Set<Service> subjects) {
        List<PracticeResult> rows = new ArrayList<>();
        Set<TestClass> unbound = unbound();
        if (requirements.practices().contains(Practice.TESTS_ASSERT)) {
            add(rows, testsAssert.judge(without(Practice.CANARY_ASSERTS, unbound)));
        }
        if (requirements.practices().contains(Practice.TESTS_ENABLED)) {
            add(rows, testsEnabled.judge(without(Practice.CANARY_SINGLE_OPERATION, unbound)));
        }
        // A module of canaries alone performs no operation: its key operations are those of services elsewhere.
        if (requirements.practices().contains(Practice.END_TO_END_TESTS)
                && !known.services().isEmpty()) {
            OperationMatcher.unknown(Practice.END_TO_END_TESTS.id(), requirements.operations(), known.services())
                    .ifPresent(row -> add(rows, row));
        }
        if (requirements.practices().contains(Practice.CANARIES)) {
            new CanariesOfOperations(known, requirements).codebase().ifPresent(row -> add(rows, row));
        }
        if (requirements.practices().contains(Practice.CANARIES_FEW)) {
            new CanariesFew(known, requirements).codebase().ifPresent(row -> add(rows, row));
        }
        if (requirements.practices().contains(Practice.PYRAMID)) {
            add(rows, new Pyramid(known, requirements.pyramid()).judge());
        }
        if (requirements.practices().contains(Practice.CHANGED_LINES)) {
            // Kept where it does not apply: it says what the build was compared with.
            rows.add(waivers.applyToCodebase(new CoverageRows(findings, known, requirements).ofChanges()));
        }
        if (requirements.practices().contains(Practice.COVERAGE)
                && !requirements.coverage().isEmpty()) {
            new CoverageRows(findings, known, requirements)
                    .ofCodebase()
                    .ifPresent(row -> rows.add(waivers.applyToCodebase(row)));
        }
        boolean anyUndecided = Stream.concat(
                        services.stream().flatMap(service -> service.practices().stream()), rows.stream())
                .anyMatch(result -> result.verdict() == Verdict.UNDECIDED);
        RunComplete.judge(findings, known, anyUndecided).ifPresent(rows::add);
        waivers.judge(subjects).ifPresent(rows::add);
        exemptions.judge().ifPresent(rows::add);
        return rows;
    }

    private void add(List<PracticeResult> rows, PracticeResult result) {
        if (result.verdict() != Verdict.NOT_APPLICABLE) {
            rows.add(waivers.applyToCodebase(result));
        }
    }

    private Set<TestClass> unbound() {
        Set<TestClass> unbound = new LinkedHashSet<>(known.testClasses());
        Set<TestClass> bound = new HashSet<>();
        known.services().forEach(service -> bound.addAll(known.testClassesOf(service)));
        unbound.removeAll(bound);
        return unbound;
    }
}

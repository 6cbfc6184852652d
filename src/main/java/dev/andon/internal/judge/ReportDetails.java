package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.formats.Baseline;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.RequiredProof;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.Durations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a report shows beside its results.
 *
 * @param today the day on which the build was judged
 * @param waivers the waivers
 * @param baseline the known violations that are left
 * @param tests how many enabled tests there are of each kind; empty where unknown
 * @param proofs the proofs of canaries in this build
 * @param testProofs what faults in services showed about their tests
 * @param changes the coverage of changed lines; empty where nobody asked, several where modules were judged apart
 * @param sources where services and tests stand, by the name of the class or by class and method
 */
public record ReportDetails(
        LocalDate today,
        List<Requirements.Waiver> waivers,
        Baseline baseline,
        Map<TestKind, Long> tests,
        List<ProofReport> proofs,
        List<ProvenKind> testProofs,
        List<Changes> changes,
        Map<String, Source> sources) {
    public static final ReportDetails NONE = new ReportDetails(
            LocalDate.EPOCH, List.of(), Baseline.NONE, Map.of(), List.of(), List.of(), List.of(), Map.of());

    /** Copies the collections. */
    public ReportDetails {
        waivers = List.copyOf(waivers);
        tests = Map.copyOf(tests);
        proofs = List.copyOf(proofs);
        testProofs = List.copyOf(testProofs);
        changes = List.copyOf(changes);
        sources = Map.copyOf(sources);
    }

    /**
     * A place in the sources.
     *
     * @param path the file, seen from the root of the repository, with slashes
     * @param line the line, 0 where unknown
     */
    public record Source(String path, int line) {
        @Override
        public String toString() {
            return line > 0 ? path + ":" + line : path;
        }
    }

    /**
     * What faults in services showed about the tests of one kind.
     *
     * @param required what is required of these tests
     * @param services the services that faults were injected into
     */
    public record ProvenKind(TestProof proof, List<RequiredProof> required, List<Service> services) {}

    /** How many of the changed lines are covered since a commit, and which are not. */
    public record Changes(String since, int covered, int total, List<String> uncovered) {}

    static ReportDetails of(BuildEvidence evidence, Requirements requirements) {
        return new ReportDetails(
                evidence.today(),
                requirements.waivers(),
                Baseline.NONE,
                PyramidCheck.counts(evidence),
                evidence.canaryEvidence().proofs().values().stream()
                        .filter(ProofRecord.Proven.class::isInstance)
                        .map(proof -> ((ProofRecord.Proven) proof).report())
                        .toList(),
                testProofs(evidence, requirements),
                evidence.changes().stream()
                        .filter(changes -> changes.coverage() != null)
                        .map(changes -> changes(changes.since(), changes.coverage()))
                        .toList(),
                Map.of());
    }

    private static List<ProvenKind> testProofs(BuildEvidence evidence, Requirements requirements) {
        return TestKind.kinds().stream()
                .flatMap(kind -> evidence.testProof(kind).stream())
                .filter(TestProofRecord.Proven.class::isInstance)
                .map(proven -> ((TestProofRecord.Proven) proven).proof())
                .map(proof -> new ProvenKind(
                        proof,
                        requirements.proofs().stream()
                                .filter(required -> required.kind() == proof.kind())
                                .map(required -> new RequiredProof(
                                        required.services(),
                                        required.packages(),
                                        required.atLeast(),
                                        Durations.text(required.budget())))
                                .toList(),
                        evidence.services().stream()
                                .filter(service -> proof.faults().stream()
                                        .anyMatch(fault -> fault.method().isOf(service.name(), service.module())))
                                .toList()))
                .toList();
    }

    private static Changes changes(String since, ChangedCoverage coverage) {
        return new Changes(since, coverage.lines().covered(), coverage.lines().total(), coverage.uncovered());
    }

    /** Returns the same details with another baseline. */
    ReportDetails withBaseline(Baseline other) {
        return new ReportDetails(today, waivers, other, tests, proofs, testProofs, changes, sources);
    }

    /** Returns the same details with these places. */
    public ReportDetails withSources(Map<String, Source> others) {
        return new ReportDetails(today, waivers, baseline, tests, proofs, testProofs, changes, others);
    }

    /** Returns the details of both. */
    ReportDetails and(ReportDetails other) {
        TreeMap<Baseline.Entry, LocalDate> known = new TreeMap<>(baseline.entries());
        known.putAll(other.baseline.entries());
        Map<TestKind, Long> counts = new HashMap<>(tests);
        // Several readiness classes may see the same tests: the larger number is never too large.
        other.tests.forEach((kind, count) -> counts.merge(kind, count, Math::max));
        Map<String, Source> places = new HashMap<>(sources);
        places.putAll(other.sources);
        return new ReportDetails(
                today.isAfter(other.today) ? today : other.today,
                both(waivers, other.waivers),
                new Baseline(known),
                counts,
                both(proofs, other.proofs),
                both(testProofs, other.testProofs),
                both(changes, other.changes),
                places);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}

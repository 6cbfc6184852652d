package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.ReportCodec.WrittenProof;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.formats.RequiredProof;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.require.ProofRequirement;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Joins the reports of jobs that shared the faults of one build into the report that one job would have written. */
public final class ShardedReports {
    private static final List<Verdict> WORST_FIRST = List.of(Verdict.VIOLATED, Verdict.UNDECIDED);
    private static final Set<Verdict> JUDGED = Set.of(Verdict.MET, Verdict.VIOLATED, Verdict.UNDECIDED);

    private final List<Part> parts;
    private final List<WrittenProof> proofs;

    private ShardedReports(List<Part> parts) {
        this.parts = parts;
        Map<TestKind, List<WrittenProof>> byKind = new LinkedHashMap<>();
        parts.forEach(part -> part.proofs()
                .forEach(proof -> byKind.computeIfAbsent(proof.proof().kind(), kind -> new ArrayList<>())
                        .add(proof)));
        this.proofs = byKind.values().stream()
                .map(ofKind -> new WrittenProof(
                        JoinedProof.ofJobs(
                                ofKind.stream().map(WrittenProof::proof).toList()),
                        ofKind.get(0).required()))
                .toList();
    }

    /** The report of one job, and the proofs of tests in it. */
    public record Part(WrittenReport report, List<WrittenProof> proofs) {

        /** Returns whether its job had only a part of the faults. */
        public boolean isShard() {
            return proofs.stream().anyMatch(proof -> proof.proof().shard().total() > 1);
        }

        /** Returns what only reports of the same build have in common. */
        public List<String> build() {
            return report.services().stream()
                    .map(service -> service.module() + ":" + service.name())
                    .sorted()
                    .toList();
        }
    }

    /** Joins the reports, at least one. */
    public static WrittenReport join(List<Part> parts) {
        ShardedReports reports = new ShardedReports(parts);
        WrittenReport first = parts.get(0).report();
        return new WrittenReport(
                parts.stream().allMatch(part -> part.report().enabled()),
                first.level(),
                first.services().stream().map(reports::service).toList(),
                first.canaries(),
                first.codebase().stream()
                        .map(result -> reports.worst(result, part -> part.report().codebase().stream()))
                        .toList());
    }

    private ServiceResult service(ServiceResult service) {
        return new ServiceResult(
                service.name(),
                service.label(),
                service.module(),
                service.practices().stream()
                        .map(result -> result(service, result))
                        .toList());
    }

    private PracticeResult result(ServiceResult service, PracticeResult result) {
        PracticeResult worst = worst(result, part -> part.report().services().stream()
                .filter(other ->
                        other.name().equals(service.name()) && other.module().equals(service.module()))
                .flatMap(other -> other.practices().stream()));
        String proof = TestsDetectFailureCheck.PRACTICE.id();
        return result.id().equals(proof) && JUDGED.contains(worst.verdict())
                ? Result.merge(proof, judged(service)).orElse(worst)
                : worst;
    }

    /** All jobs judge the same build but for the faults: where they differ, the worst is told. */
    private PracticeResult worst(PracticeResult result, Function<Part, Stream<PracticeResult>> results) {
        List<PracticeResult> all = parts.stream()
                .flatMap(results)
                .filter(other -> other.id().equals(result.id()))
                .toList();
        return WORST_FIRST.stream()
                .flatMap(verdict -> all.stream().filter(other -> other.verdict() == verdict))
                .findFirst()
                .orElse(result);
    }

    private List<Result> judged(ServiceResult service) {
        return proofs.stream()
                .flatMap(written -> written.required().stream()
                        .map(required -> requirement(required, written.proof()))
                        .filter(required -> required.appliesTo(service.name()))
                        .flatMap(required -> judged(service, required, written.proof()).stream()))
                .toList();
    }

    private static List<Result> judged(ServiceResult service, ProofRequirement required, TestProof proof) {
        if (!proof.undecided().isEmpty()) {
            return List.of(TestsDetectFailureCheck.undecided(required.kind(), proof));
        }
        boolean entry = proof.faults().stream()
                .map(MethodFaultResult::method)
                .anyMatch(method -> method.service().equals(service.name())
                        && !method.entryPoint().isEmpty());
        return new ServiceProof(service.name(), service.module(), entry, required, proof, ShardedReports::shown)
                .judge();
    }

    private static ProofRequirement requirement(RequiredProof required, TestProof proof) {
        Optional<Duration> budget = Durations.parse(required.budget());
        return new ProofRequirement(
                proof.kind(),
                required.services(),
                required.packages(),
                required.atLeast(),
                budget.orElse(Duration.ZERO));
    }

    private static String shown(String test) {
        int hash = test.indexOf('#');
        return hash < 0
                ? ClassNames.simple(test)
                : ClassNames.simple(test.substring(0, hash)) + "." + test.substring(hash + 1);
    }
}

package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.ChangedLines;
import dev.andon.internal.evidence.coverage.CounterType;
import dev.andon.internal.evidence.coverage.Coverage;
import dev.andon.internal.evidence.coverage.CoverageMeter;
import dev.andon.internal.require.CoverageRequirement;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges what was measured: {@code coverage} of services, packages and the whole, and {@code changed-lines}. */
final class CoverageRows {
    private final BuildEvidence findings;
    private final EvidenceIndex known;
    private final Requirements requirements;

    CoverageRows(BuildEvidence findings, EvidenceIndex known, Requirements requirements) {
        this.findings = findings;
        this.known = known;
        this.requirements = requirements;
    }

    PracticeResult of(Service service) {
        CoverageMeter meter = meter();
        return CoverageJudge.judge(
                CoverageRequirement.of(service.name(), requirements.coverage()),
                kind -> soFar(meter.of(service, kind)));
    }

    /** What tests may cover that have yet to run, nobody knows. */
    private Coverage soFar(Coverage coverage) {
        return stillToRun(coverage.kind()).map(coverage::orMore).orElse(coverage);
    }

    private Optional<String> stillToRun(@Nullable TestKind kind) {
        List<TestClass> pending = known.mayStillRun(kind);
        return pending.isEmpty()
                ? Optional.empty()
                : Optional.of("Test classes that have not run yet: " + RunComplete.some(pending) + ".");
    }

    /** The whole and every package that a requirement names, in one row; empty where all requirements name services. */
    Optional<PracticeResult> ofCodebase() {
        CoverageMeter meter = meter();
        List<String> lost = matchingNothing(meter);
        if (!lost.isEmpty()) {
            return Optional.of(row(
                    Verdict.VIOLATED,
                    "@RequireCoverage names what this build does not have: " + String.join(", ", lost),
                    "fix the name, or remove it"));
        }
        Map<String, PracticeResult> scopes = new LinkedHashMap<>();
        List<CoverageRequirement.Bound> whole = CoverageRequirement.ofWhole(requirements.coverage());
        if (!whole.isEmpty()) {
            scopes.put("The whole code base", CoverageJudge.judge(whole, kind -> soFar(meter.ofWhole(kind))));
        }
        requirements.coverage().stream()
                .flatMap(requirement -> requirement.packages().stream())
                .distinct()
                .forEach(name -> scopes.put(
                        "Package " + name,
                        CoverageJudge.judge(
                                CoverageRequirement.ofPackage(name, requirements.coverage()),
                                kind -> soFar(meter.ofPackage(name, kind)))));
        return scopes.values().stream()
                .map(PracticeResult::verdict)
                .min(Comparator.comparingInt(CoverageRows::rank))
                .map(worst -> together(worst, scopes));
    }

    private static PracticeResult together(Verdict worst, Map<String, PracticeResult> scopes) {
        List<String> found = new ArrayList<>();
        Set<String> fixes = new LinkedHashSet<>();
        scopes.forEach((scope, result) -> {
            if (result.verdict() == worst) {
                found.add((scopes.size() == 1 ? "" : scope + ": ") + result.found());
                fixes.add(result.fix());
            }
        });
        return row(worst, String.join(" ", found), String.join(" ", fixes));
    }

    private static PracticeResult row(Verdict verdict, String found, String fix) {
        return new PracticeResult(Practice.COVERAGE.id(), verdict, Evidence.NONE, List.of(), found, fix);
    }

    /** A requirement with a typing error would apply to nothing: that must not pass in silence. */
    private List<String> matchingNothing(CoverageMeter meter) {
        Set<String> services =
                findings.inventory().services().stream().map(Service::name).collect(Collectors.toSet());
        List<String> lost = new ArrayList<>();
        for (CoverageRequirement requirement : requirements.coverage()) {
            requirement.services().stream()
                    .filter(name -> !services.contains(name))
                    .map(name -> "service " + name + (meter.knows(name) ? " (a class, but no service)" : ""))
                    .forEach(lost::add);
            requirement.packages().stream()
                    .filter(name -> meter.ofPackage(name, null)
                                    .of(CounterType.INSTRUCTION)
                                    .total()
                            == 0)
                    .map(name -> "package " + name)
                    .forEach(lost::add);
        }
        return lost;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case VIOLATED -> 0;
            case UNDECIDED -> 1;
            case MET -> 2;
            default -> 3;
        };
    }

    PracticeResult ofChanges() {
        ChangedLines changes =
                findings.changes().orElseThrow(() -> new IllegalStateException("changed lines were not looked for"));
        ChangedCoverage coverage = changes.coverage();
        double atLeast = requirements
                .changedLines()
                .map(Requirements.ChangedLinesRequirement::line)
                .orElse(1.0);
        return coverage == null
                ? ChangedLinesJudge.unknown(changes.unknown())
                : ChangedLinesJudge.judge(
                        atLeast,
                        changes.since(),
                        coverage,
                        stillToRun(null),
                        new NewServices(known, requirements, changes.newcomers()).untested(changes.since()));
    }

    private CoverageMeter meter() {
        return findings.coverage().orElseThrow(() -> new IllegalStateException("coverage was not looked for"));
    }
}

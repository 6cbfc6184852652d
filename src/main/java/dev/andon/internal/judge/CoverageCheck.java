package dev.andon.internal.judge;

import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.Coverage;
import dev.andon.internal.evidence.MeasuredCoverage;
import dev.andon.internal.evidence.MeasuredCoverage.Scope;
import dev.andon.internal.require.CounterType;
import dev.andon.internal.require.CoverageRequirement;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges whether services, packages and the whole code base reach the required coverage. */
final class CoverageCheck implements PracticeCheck {
    static final Practice PRACTICE =
            new Practice("coverage", Practice.Scope.SERVICE, Optional.empty(), "RequireCoverage");

    static final FindingTemplate UNKNOWN_SCOPE = new FindingTemplate(
            "unknown-scope",
            "@RequireCoverage names what this build does not have: {names}",
            "correct the name, or remove it");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (requirements.coverage().isEmpty()) {
            return List.of();
        }
        if (subject instanceof Subject.OfService of) {
            return ofService(of.service(), evidence, requirements.coverage());
        }
        return subject instanceof Subject.CodeBase ? ofCodebase(evidence, requirements.coverage()) : List.of();
    }

    private static List<Result> ofService(
            Service service, BuildEvidence evidence, List<CoverageRequirement> requirements) {
        MeasuredCoverage measured = measured(evidence);
        return CoverageThresholds.judge(
                CoverageRequirement.of(service.name(), requirements),
                kind -> soFar(measured.of(Scope.of(service, kind)), evidence));
    }

    private static MeasuredCoverage measured(BuildEvidence evidence) {
        return evidence.coverage().orElseThrow(() -> new IllegalStateException("coverage was not measured"));
    }

    /** Test classes that have not run yet may cover more. */
    private static Coverage soFar(Coverage coverage, BuildEvidence evidence) {
        return PendingTestClasses.of(coverage.kind(), evidence)
                .map(coverage::orMore)
                .orElse(coverage);
    }

    /** Judges the whole code base and every package that a requirement names. */
    private static List<Result> ofCodebase(BuildEvidence evidence, List<CoverageRequirement> requirements) {
        MeasuredCoverage measured = measured(evidence);
        List<String> unknown = unknown(evidence, requirements);
        if (!unknown.isEmpty()) {
            return List.of(Result.violated(UNKNOWN_SCOPE.with("names", unknown).identifiedBy(unknown)));
        }
        Map<String, List<Result>> scopes = new LinkedHashMap<>();
        List<CoverageRequirement.Bound> whole = CoverageRequirement.ofWhole(requirements);
        if (!whole.isEmpty()) {
            scopes.put(
                    "the whole code base",
                    CoverageThresholds.judge(whole, kind -> soFar(measured.of(Scope.ofWhole(kind)), evidence)));
        }
        packages(requirements)
                .forEach(name -> scopes.put(
                        "package " + name,
                        CoverageThresholds.judge(
                                CoverageRequirement.ofPackage(name, requirements),
                                kind -> soFar(measured.of(Scope.ofPackage(name, kind)), evidence))));
        List<Result> results = new ArrayList<>();
        scopes.forEach((scope, judged) -> judged.forEach(result -> results.add(
                scopes.size() == 1
                        ? result
                        : new Result(
                                result.verdict(),
                                result.evidence(),
                                result.tests(),
                                result.finding().about(scope)))));
        return results;
    }

    private static List<String> packages(List<CoverageRequirement> requirements) {
        return requirements.stream()
                .flatMap(requirement -> requirement.packages().stream())
                .distinct()
                .toList();
    }

    /** Returns the names with typing errors: their thresholds would apply to nothing, which must not pass in silence. */
    private static List<String> unknown(BuildEvidence evidence, List<CoverageRequirement> requirements) {
        MeasuredCoverage measured = measured(evidence);
        Set<String> services = evidence.services().stream().map(Service::name).collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        requirements.stream()
                .flatMap(requirement -> requirement.services().stream())
                .filter(name -> !services.contains(name))
                .map(name -> "service " + name
                        + (measured.productionClasses().contains(name) ? " (a class, but not a service)" : ""))
                .forEach(unknown::add);
        packages(requirements).stream()
                .filter(name -> measured.of(Scope.ofPackage(name, null))
                                .of(CounterType.INSTRUCTION)
                                .total()
                        == 0)
                .map(name -> "package " + name)
                .forEach(unknown::add);
        return unknown;
    }
}

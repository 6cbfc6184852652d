package dev.andon.internal.evidence.coverage;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.Coverage;
import dev.andon.internal.evidence.MeasuredCoverage;
import dev.andon.internal.evidence.MeasuredCoverage.Scope;
import dev.andon.internal.require.CounterType;
import dev.andon.internal.require.CoverageRequirement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures the scopes that the requirements name, so that judging reads no class file. */
public final class RequiredCoverage {
    private final CoverageMeter meter;
    private final Map<Scope, Coverage> scopes = new HashMap<>();

    private RequiredCoverage(CoverageMeter meter) {
        this.meter = meter;
    }

    /** Measures the services, the packages and the whole code base, each as far as thresholds apply to it. */
    public static MeasuredCoverage measure(
            CoverageMeter meter, Inventory inventory, List<CoverageRequirement> requirements) {
        RequiredCoverage required = new RequiredCoverage(meter);
        inventory
                .services()
                .forEach(service -> required.add(
                        CoverageRequirement.of(service.name(), requirements),
                        kind -> Scope.of(service, kind),
                        (kind, thresholds) -> meter.of(service, kind, thresholds)));
        required.add(
                CoverageRequirement.ofWhole(requirements),
                Scope::ofWhole,
                (kind, thresholds) -> meter.ofWhole(kind, thresholds));
        requirements.stream()
                .flatMap(requirement -> requirement.packages().stream())
                .distinct()
                .forEach(name -> required.addPackage(name, CoverageRequirement.ofPackage(name, requirements)));
        Set<String> productionClasses = requirements.stream()
                .flatMap(requirement -> requirement.services().stream())
                .filter(meter::knows)
                .collect(Collectors.toSet());
        return new MeasuredCoverage(required.scopes, productionClasses);
    }

    private interface Measurement {
        Coverage of(@Nullable TestKind kind, Map<CounterType, Double> thresholds);
    }

    private void addPackage(String name, List<CoverageRequirement.Bound> bounds) {
        add(bounds, kind -> Scope.ofPackage(name, kind), (kind, thresholds) -> meter.ofPackage(name, kind, thresholds));
        // By all tests in any case: the result shows whether there is such a package.
        scopes.computeIfAbsent(Scope.ofPackage(name, null), scope -> meter.ofPackage(name, null, Map.of()));
    }

    private void add(
            List<CoverageRequirement.Bound> bounds,
            Function<@Nullable TestKind, Scope> scope,
            Measurement measurement) {
        Map<Scope, Map<CounterType, Double>> thresholds = new HashMap<>();
        for (CoverageRequirement.Bound bound : bounds) {
            thresholds
                    .computeIfAbsent(scope.apply(bound.by()), ignored -> new EnumMap<>(CounterType.class))
                    .put(bound.unit(), bound.atLeast());
        }
        thresholds.forEach((one, atLeast) -> scopes.put(one, measurement.of(one.kind(), atLeast)));
    }
}

package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.Gap;
import dev.andon.internal.require.CounterType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/** Adds classes up as JaCoCo's own reports do: lines by source file, so that none counts twice. */
final class CoverageTotals {

    /**
     * The JIT compilers of a JVM that has just started keep one core busy: with two cores, a second thread would slow
     * them down.
     */
    private static final boolean SPARE_CORES = Runtime.getRuntime().availableProcessors() > 2;

    private final Analysis analysis;
    private final ExecutionDataStore hits;
    private final Map<String, CoverageSum> byModule = new HashMap<>();
    private final Map<CounterType, Counter> counters = new EnumMap<>(CounterType.class);
    private final Set<String> unlined = new TreeSet<>();
    private final WorstMethods worst = new WorstMethods();

    CoverageTotals(Analysis analysis, ExecutionDataStore hits) {
        this.analysis = analysis;
        this.hits = hits;
    }

    CoverageTotals add(List<ProductionClass> classes) {
        Stream<ProductionClass> stream = SPARE_CORES ? classes.parallelStream() : classes.stream();
        List<Optional<IClassCoverage>> analysed =
                stream.map(file -> analysis.of(file, hits)).toList();
        for (int i = 0; i < classes.size(); i++) {
            IClassCoverage coverage = analysed.get(i).orElse(null);
            if (coverage != null) {
                byModule.computeIfAbsent(classes.get(i).module(), module -> new CoverageSum())
                        .add(coverage);
                worst.add(coverage);
            }
        }
        byModule.forEach((module, sum) -> {
            List<IBundleCoverage> bundles = sum.bundles().toList();
            bundles.forEach(this::count);
            if (bundles.stream().allMatch(bundle -> bundle.getLineCounter().getTotalCount() == 0)) {
                unlined.add(module);
            }
        });
        return this;
    }

    private void count(IBundleCoverage sum) {
        for (CounterType unit : CounterType.values()) {
            counters.merge(unit, JacocoCounters.counter(JacocoCounters.of(sum, unit)), Counter::plus);
        }
    }

    Map<CounterType, Counter> counters() {
        return Map.copyOf(counters);
    }

    Counter of(CounterType unit) {
        return counters.getOrDefault(unit, Counter.NONE);
    }

    /** Returns the modules that have code but no line numbers, as when the compiler was told to leave them out. */
    Set<String> unlined() {
        return unlined;
    }

    /**
     * Returns the worst methods for each counter that misses its threshold; for others the costly search is left out.
     */
    Map<CounterType, List<Gap>> gaps(Map<CounterType, Double> thresholds) {
        Map<CounterType, List<Gap>> gaps = new EnumMap<>(CounterType.class);
        thresholds.forEach((type, atLeast) -> {
            if (of(type).missingTo(atLeast) > 0) {
                gaps.put(type, worst.gaps(type));
            }
        });
        return gaps;
    }
}

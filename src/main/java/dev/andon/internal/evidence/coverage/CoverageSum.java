package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ISourceFileCoverage;

/** Adds classes up by source file, as JaCoCo does. Different classes of one name, which it refuses, are added up apart. */
final class CoverageSum {
    private final List<CoverageBuilder> builders = new ArrayList<>();
    private final Map<String, List<Long>> idsByName = new HashMap<>();

    void add(IClassCoverage coverage) {
        List<Long> ids = idsByName.computeIfAbsent(coverage.getName(), name -> new ArrayList<>());
        if (!ids.contains(coverage.getId())) {
            ids.add(coverage.getId());
        }
        int at = ids.indexOf(coverage.getId());
        if (at == builders.size()) {
            builders.add(new CoverageBuilder());
        }
        builders.get(at).visitCoverage(coverage);
    }

    Stream<IBundleCoverage> bundles() {
        return builders.stream().map(builder -> builder.getBundle(""));
    }

    Counter lines() {
        return bundles()
                .map(bundle -> JacocoCounters.counter(bundle.getLineCounter()))
                .reduce(Counter.NONE, Counter::plus);
    }

    Stream<ISourceFileCoverage> sourceFiles() {
        return builders.stream().flatMap(builder -> builder.getSourceFiles().stream());
    }
}

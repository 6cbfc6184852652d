package dev.andon.internal.evidence.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/** Adds classes up as JaCoCo's own reports do: lines by source file, so that none counts twice. */
final class Tally {

    /** The compilers of a young JVM keep one core busy: with two, a second thread would only hold them up. */
    private static final boolean SPARE_CORES = Runtime.getRuntime().availableProcessors() > 2;

    private final Analysis analysis;
    private final ExecutionDataStore hits;
    // One name may stand for two classes in two modules, which one builder refuses.
    private final Map<String, CoverageBuilder> byModule = new HashMap<>();
    private Counter line = Counter.NONE;
    private Counter branch = Counter.NONE;
    private Counter method = Counter.NONE;
    private Counter instruction = Counter.NONE;
    private final WorstMethods worst = new WorstMethods();

    Tally(Analysis analysis, ExecutionDataStore hits) {
        this.analysis = analysis;
        this.hits = hits;
    }

    Tally add(List<ClassFile> classes) {
        Stream<ClassFile> stream = SPARE_CORES ? classes.parallelStream() : classes.stream();
        List<Optional<IClassCoverage>> analysed =
                stream.map(file -> analysis.of(file, hits)).toList();
        for (int i = 0; i < classes.size(); i++) {
            IClassCoverage coverage = analysed.get(i).orElse(null);
            if (coverage != null) {
                byModule.computeIfAbsent(classes.get(i).module(), module -> new CoverageBuilder())
                        .visitCoverage(coverage);
                worst.add(coverage);
            }
        }
        for (CoverageBuilder builder : byModule.values()) {
            IBundleCoverage sum = builder.getBundle("");
            line = line.plus(sum.getLineCounter());
            branch = branch.plus(sum.getBranchCounter());
            method = method.plus(sum.getMethodCounter());
            instruction = instruction.plus(sum.getInstructionCounter());
        }
        return this;
    }

    Counter line() {
        return line;
    }

    Counter branch() {
        return branch;
    }

    Counter method() {
        return method;
    }

    Counter instruction() {
        return instruction;
    }

    List<Gap> gaps() {
        return worst.gaps();
    }
}

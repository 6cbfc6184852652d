package dev.andon.internal.evidence.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.IMethodCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/** Adds classes up as JaCoCo's own reports do: lines by source file, so that none counts twice. */
final class Tally {

    private final Analysis analysis;
    private final ExecutionDataStore hits;
    // One name may stand for two classes in two modules, which one builder refuses.
    private final Map<String, CoverageBuilder> byModule = new HashMap<>();
    private Counter line = Counter.NONE;
    private Counter branch = Counter.NONE;
    private Counter method = Counter.NONE;
    private Counter instruction = Counter.NONE;
    private List<Gap> gaps = List.of();

    Tally(Analysis analysis, ExecutionDataStore hits) {
        this.analysis = analysis;
        this.hits = hits;
    }

    Tally add(List<ClassFile> classes) {
        List<Optional<IClassCoverage>> analysed =
                classes.parallelStream().map(file -> analysis.of(file, hits)).toList();
        Map<String, Gap> byMethod = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            IClassCoverage coverage = analysed.get(i).orElse(null);
            if (coverage != null) {
                byModule.computeIfAbsent(classes.get(i).module(), module -> new CoverageBuilder())
                        .visitCoverage(coverage);
                coverage.getMethods().forEach(part -> addGap(byMethod, coverage, part));
            }
        }
        for (CoverageBuilder builder : byModule.values()) {
            IBundleCoverage sum = builder.getBundle("");
            line = line.plus(sum.getLineCounter());
            branch = branch.plus(sum.getBranchCounter());
            method = method.plus(sum.getMethodCounter());
            instruction = instruction.plus(sum.getInstructionCounter());
        }
        List<Gap> found = new ArrayList<>(byMethod.values());
        found.sort(Comparator.comparingInt(Gap::missedLines)
                .thenComparingInt(Gap::missedBranches)
                .reversed()
                .thenComparing(Gap::method));
        gaps = List.copyOf(found);
        return this;
    }

    private static void addGap(Map<String, Gap> gaps, IClassCoverage type, IMethodCoverage method) {
        if (method.getInstructionCounter().getMissedCount() == 0
                && method.getBranchCounter().getMissedCount() == 0) {
            return;
        }
        List<LineRange> lines = LineRange.of(
                method.getFirstLine(),
                method.getLastLine(),
                line -> (method.getLine(line).getStatus() & ICounter.NOT_COVERED) != 0,
                line -> method.getLine(line).getStatus() == ICounter.EMPTY);
        String simple = type.getName().substring(type.getName().lastIndexOf('/') + 1);
        Gap gap = new Gap(
                simple.replace('$', '.') + "." + MethodsRun.nameOf(method.getName(), simple),
                type.getSourceFileName() == null ? simple : type.getSourceFileName(),
                lines,
                method.getLineCounter().getMissedCount(),
                method.getBranchCounter().getMissedCount());
        // Lambdas belong to the method that holds them, and overloads read as one.
        gaps.merge(type.getName() + "." + gap.method(), gap, Gap::and);
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
        return gaps;
    }
}

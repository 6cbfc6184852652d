package dev.andon.internal.evidence.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.IMethodCoverage;

/** Finds the methods that miss most. Line ranges, which cost most to find out, are found for those alone. */
final class WorstMethods {

    /** More than any message shows. */
    private static final int KEPT = 20;

    /** A method with its lambdas, or overloads, which read as one. */
    private static final class Method {
        final IClassCoverage type;
        final List<IMethodCoverage> parts = new ArrayList<>();
        int missedLines;
        int missedBranches;

        Method(IClassCoverage type) {
            this.type = type;
        }

        void add(IMethodCoverage part) {
            parts.add(part);
            missedLines += part.getLineCounter().getMissedCount();
            missedBranches += part.getBranchCounter().getMissedCount();
        }

        int missedLines() {
            return missedLines;
        }

        int missedBranches() {
            return missedBranches;
        }

        String typeName() {
            return type.getName();
        }

        String name() {
            return parts.get(0).getName();
        }

        Gap gap() {
            return parts.stream()
                    .map(part -> WorstMethods.gap(type, part))
                    .reduce(Gap::and)
                    .orElseThrow();
        }
    }

    private static final Comparator<Method> WORST_FIRST = Comparator.comparingInt(Method::missedLines)
            .thenComparingInt(Method::missedBranches)
            .reversed()
            .thenComparing(Method::typeName)
            .thenComparing(Method::name);

    private final List<IClassCoverage> types = new ArrayList<>();

    void add(IClassCoverage type) {
        types.add(type);
    }

    private static Collection<Method> methods(IClassCoverage type) {
        if (type.getInstructionCounter().getMissedCount() == 0
                && type.getBranchCounter().getMissedCount() == 0) {
            return List.of();
        }
        String simple = simple(type);
        Map<String, Method> byName = new HashMap<>();
        for (IMethodCoverage part : type.getMethods()) {
            if (part.getInstructionCounter().getMissedCount() > 0
                    || part.getBranchCounter().getMissedCount() > 0) {
                byName.computeIfAbsent(MethodsRun.nameOf(part.getName(), simple), name -> new Method(type))
                        .add(part);
            }
        }
        return byName.values();
    }

    /** Returns them, worst first. */
    List<Gap> gaps() {
        PriorityQueue<Method> worst = new PriorityQueue<>(WORST_FIRST.reversed());
        for (IClassCoverage type : types) {
            for (Method method : methods(type)) {
                worst.add(method);
                if (worst.size() > KEPT) {
                    worst.remove();
                }
            }
        }
        return worst.stream().sorted(WORST_FIRST).map(Method::gap).toList();
    }

    private static Gap gap(IClassCoverage type, IMethodCoverage method) {
        String simple = simple(type);
        return new Gap(
                simple.replace('$', '.') + "." + MethodsRun.nameOf(method.getName(), simple),
                type.getSourceFileName() == null ? simple : type.getSourceFileName(),
                LineRange.of(
                        method.getFirstLine(),
                        method.getLastLine(),
                        line -> (method.getLine(line).getStatus() & ICounter.NOT_COVERED) != 0,
                        line -> method.getLine(line).getStatus() == ICounter.EMPTY),
                method.getLineCounter().getMissedCount(),
                method.getBranchCounter().getMissedCount());
    }

    private static String simple(IClassCoverage type) {
        return type.getName().substring(type.getName().lastIndexOf('/') + 1);
    }
}

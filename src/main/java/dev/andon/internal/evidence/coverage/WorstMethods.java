package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.Gap;
import dev.andon.internal.evidence.LineRange;
import dev.andon.internal.require.CounterType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.analysis.IMethodCoverage;

/** Finds the methods with the most missed units. Line ranges, the costliest part, are computed for those only. */
final class WorstMethods {

    /** More methods than any message shows. */
    private static final int KEPT = 20;

    /** A method with its lambdas or overloads, shown as one. */
    private static final class Method {
        final IClassCoverage type;
        final List<IMethodCoverage> parts = new ArrayList<>();
        int missed;

        Method(IClassCoverage type) {
            this.type = type;
        }

        void add(IMethodCoverage part, int missedInIt) {
            parts.add(part);
            missed += missedInIt;
        }

        int missed() {
            return missed;
        }

        String typeName() {
            return type.getName();
        }

        String name() {
            return parts.get(0).getName();
        }

        Gap gap(CounterType unit) {
            return parts.stream()
                    .map(part -> WorstMethods.gap(type, part, unit))
                    .reduce(Gap::and)
                    .orElseThrow();
        }
    }

    private static final Comparator<Method> WORST_FIRST = Comparator.comparingInt(Method::missed)
            .reversed()
            .thenComparing(Method::typeName)
            .thenComparing(Method::name);

    private final List<IClassCoverage> types = new ArrayList<>();

    void add(IClassCoverage type) {
        types.add(type);
    }

    private static Collection<Method> methods(IClassCoverage type, CounterType unit) {
        if (JacocoCounters.of(type, unit).getMissedCount() == 0) {
            return List.of();
        }
        String simple = simple(type);
        Map<String, Method> byName = new HashMap<>();
        for (IMethodCoverage part : type.getMethods()) {
            int missed = JacocoCounters.of(part, unit).getMissedCount();
            if (missed > 0) {
                byName.computeIfAbsent(MethodsRun.nameOf(part.getName(), simple), name -> new Method(type))
                        .add(part, missed);
            }
        }
        return byName.values();
    }

    /** Returns the methods that miss any of the unit, worst first. */
    List<Gap> gaps(CounterType unit) {
        PriorityQueue<Method> worst = new PriorityQueue<>(WORST_FIRST.reversed());
        for (IClassCoverage type : types) {
            for (Method method : methods(type, unit)) {
                worst.add(method);
                if (worst.size() > KEPT) {
                    worst.remove();
                }
            }
        }
        return worst.stream()
                .sorted(WORST_FIRST)
                .map(method -> method.gap(unit))
                .toList();
    }

    private static Gap gap(IClassCoverage type, IMethodCoverage method, CounterType unit) {
        String simple = simple(type);
        return new Gap(
                simple.replace('$', '.') + "." + MethodsRun.nameOf(method.getName(), simple),
                type.getSourceFileName() == null ? simple : type.getSourceFileName(),
                LineRange.of(
                        method.getFirstLine(),
                        method.getLastLine(),
                        line -> misses(method.getLine(line), unit),
                        line -> method.getLine(line).getStatus() == ICounter.EMPTY),
                JacocoCounters.of(method, unit).getMissedCount());
    }

    private static boolean misses(ILine line, CounterType unit) {
        return switch (unit) {
            case LINE, METHOD -> line.getStatus() == ICounter.NOT_COVERED;
            case BRANCH -> line.getBranchCounter().getMissedCount() > 0;
            case INSTRUCTION -> line.getInstructionCounter().getMissedCount() > 0;
        };
    }

    private static String simple(IClassCoverage type) {
        return type.getName().substring(type.getName().lastIndexOf('/') + 1);
    }
}

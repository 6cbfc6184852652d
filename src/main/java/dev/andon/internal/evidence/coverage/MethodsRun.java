package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.Execution.Depth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.IMethodCoverage;

/**
 * Which methods of a class ran.
 *
 * @param depth how far that is
 * @param business the names of those that ran and are neither constructors nor initialisers, lambdas under the method that
 *     holds them
 * @param hasBusiness whether the class has any such method, run or not
 */
record MethodsRun(Depth depth, Set<String> business, boolean hasBusiness) {

    // javac: lambda$pay$0; Kotlin: pay$lambda$0 and, since 2.0, lambda bodies as methods too.
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+|(.+)\\$lambda(?:\\$\\d+)+");

    /**
     * Sorts the methods of a class.
     *
     * @param lambdasAreHandlers whether lambdas of constructors and initialisers are what the world calls; otherwise they
     *     count as part of the method that contains them, since they may have run with it
     */
    static MethodsRun of(IClassCoverage coverage, boolean lambdasAreHandlers) {
        return of(coverage, lambdasAreHandlers, Set.of());
    }

    /**
     * Sorts the methods of a class.
     *
     * @param startUp the names of the methods that run by themselves, which tell of wiring alone, as {@link StartUp} says
     */
    static MethodsRun of(IClassCoverage coverage, boolean lambdasAreHandlers, Set<String> startUp) {
        Depth depth = Depth.NEVER_LOADED;
        Set<String> business = new LinkedHashSet<>();
        boolean hasBusiness = false;
        for (IMethodCoverage method : coverage.getMethods()) {
            String name = holder(method.getName(), lambdasAreHandlers);
            boolean wires = startUp.contains(name) || startUp.contains(StartUp.itself(method.getName()));
            Depth reached = wires ? Depth.WIRED : depthOf(name);
            hasBusiness |= reached == Depth.CALLED;
            if (method.getInstructionCounter().getCoveredCount() > 0) {
                depth = reached.compareTo(depth) > 0 ? reached : depth;
                if (reached == Depth.CALLED) {
                    business.add(name);
                }
            }
        }
        return new MethodsRun(depth, business, hasBusiness);
    }

    private static Depth depthOf(String method) {
        return switch (method) {
            case "<clinit>" -> Depth.LOADED;
            case "<init>" -> Depth.WIRED;
            default -> Depth.CALLED;
        };
    }

    private static String holder(String name, boolean lambdasAreHandlers) {
        Matcher lambda = LAMBDA.matcher(name);
        if (name.indexOf('$') < 0 || !lambda.matches()) {
            return name;
        }
        String holder = lambda.group(1) == null ? lambda.group(2) : lambda.group(1);
        return switch (holder) {
            case "static", "_clinit_" -> lambdasAreHandlers ? "lambda" : "<clinit>";
            case "new", "_init_" -> lambdasAreHandlers ? "lambda" : "<init>";
            default -> holder;
        };
    }

    /** Returns a method's name as it appears in the source. */
    static String nameOf(String method, String simpleClassName) {
        return switch (holder(method, false)) {
            case "<init>" -> simpleClassName.substring(simpleClassName.lastIndexOf('$') + 1) + "()";
            case "<clinit>" -> "static {}";
            default -> holder(method, false);
        };
    }
}

package dev.andon.internal.require;

import dev.andon.TestKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds for coverage, as one {@code @RequireCoverage} gives them.
 *
 * @param line the share of lines, between 0 and 1; negative requires nothing, here and below
 * @param branch the share of branches
 * @param method the share of methods
 * @param instruction the share of bytecode instructions
 * @param by the kind of test whose coverage counts; null for all tests
 * @param packages the packages, with all below them, to which it applies
 * @param services the names of the services to which it applies; with no packages either: everything
 */
public record CoverageRequirement(
        double line,
        double branch,
        double method,
        double instruction,
        @Nullable TestKind by,
        List<String> packages,
        List<String> services) {

    /**
     * A threshold that applies.
     *
     * @param unit of what
     * @param by by which kind of test; null for all tests
     * @param atLeast the share, between 0 and 1
     */
    public record Bound(CounterType unit, @Nullable TestKind by, double atLeast) {}

    /** Returns the thresholds of a service: per unit and kind those of the most specific requirement, the strictest of equals. */
    public static List<Bound> of(String service, Collection<CoverageRequirement> requirements) {
        List<Bound> bounds = new ArrayList<>();
        List<@Nullable TestKind> kinds = new ArrayList<>(TestKind.kinds());
        kinds.add(0, null);
        for (TestKind kind : kinds) {
            for (CounterType unit : CounterType.values()) {
                requirements.stream()
                        .filter(requirement -> Objects.equals(requirement.by, kind) && requirement.share(unit) >= 0)
                        .filter(requirement -> requirement.specificity(service).isPresent())
                        .max(Comparator.<CoverageRequirement>comparingInt(requirement ->
                                        requirement.specificity(service).orElse(0))
                                .thenComparingDouble(requirement -> requirement.share(unit)))
                        .ifPresent(requirement -> bounds.add(new Bound(unit, kind, requirement.share(unit))));
            }
        }
        return bounds;
    }

    /** Returns the thresholds of the whole code base: those of requirements that name neither packages nor services. */
    public static List<Bound> ofWhole(Collection<CoverageRequirement> requirements) {
        return of("", requirements);
    }

    /** Returns the thresholds of a package as such: those of requirements that name this very package. */
    public static List<Bound> ofPackage(String name, Collection<CoverageRequirement> requirements) {
        return of(
                name + ".",
                requirements.stream()
                        .filter(requirement -> requirement.packages.contains(name))
                        .toList());
    }

    private double share(CounterType unit) {
        return switch (unit) {
            case LINE -> line;
            case BRANCH -> branch;
            case METHOD -> method;
            case INSTRUCTION -> instruction;
        };
    }

    private OptionalInt specificity(String service) {
        if (packages.isEmpty() && services.isEmpty()) {
            return OptionalInt.of(-1);
        }
        Optional<Integer> byName = services.contains(service) ? Optional.of(Integer.MAX_VALUE) : Optional.empty();
        Stream<Integer> byPackage = packages.stream()
                .filter(name -> name.isEmpty() || service.startsWith(name + "."))
                .map(String::length);
        return Stream.concat(byName.stream(), byPackage)
                .mapToInt(Integer::intValue)
                .max();
    }
}

package dev.andon.internal.require;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.TestKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a readiness class asks for.
 *
 * @param practices the practices that apply
 * @param evidence the evidence to be satisfied with, where it is set by hand
 * @param coverage the coverage thresholds
 * @param canaries the canaries' budget
 * @param pyramid the pyramid's ratios
 * @param changedLines the requirement on changed lines
 * @param operations the key operations
 * @param waivers the waivers
 */
public record Requirements(
        Set<Practice> practices,
        Map<TestKind, Evidence> evidence,
        List<CoverageRequirement> coverage,
        Optional<CanaryBudget> canaries,
        Optional<PyramidShape> pyramid,
        Optional<ChangedLinesRequirement> changedLines,
        List<Operation> operations,
        List<Waiver> waivers) {

    /** How many canaries a service may have, and how many runs a month all may cost. */
    public record CanaryBudget(int max, long runsPerMonth) {}

    /** The ratios between the kinds of test, and the bound in milliseconds for 95 of 100 unit tests (0: none). */
    public record PyramidShape(
            double unitToIntegration, double integrationToEndToEnd, double endToEndToCanary, long unitMillis) {}

    /** The share of changed lines to be covered, since a branch or commit (empty: to be found). */
    public record ChangedLinesRequirement(double line, String since) {}

    /** A key operation; {@code of} and {@code service} are empty where not given. */
    public record Operation(String name, String of, String service) {

        /**
         * Refuses a path without a verb, which no route would ever be.
         *
         * @throws ConfigurationException for such a path
         */
        public Operation {
            if (of.trim().startsWith("/")) {
                throw new ConfigurationException("the key operation \"" + name + "\" has of = " + of.trim()
                        + " without a verb: write for example GET " + of.trim());
            }
        }
    }

    /** A waiver; {@code service} is a class name, a simple name or a route, empty for a row of the code base. */
    public record Waiver(Practice practice, String service, String reason, String owner, LocalDate until) {}

    /** Returns the requirement for the practices of a level and nothing else. */
    public static Requirements of(Level level) {
        EnumSet<Practice> practices = EnumSet.noneOf(Practice.class);
        for (Practice practice : Practice.values()) {
            if (practice.isPartOf(level)) {
                practices.add(practice);
            }
        }
        return of(practices);
    }

    /** Returns the requirement for some practices and nothing else. */
    public static Requirements of(Set<Practice> practices) {
        return new Requirements(
                practices,
                new EnumMap<>(TestKind.class),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Returns the highest level whose practices are all required; empty where some of each is not. */
    public Optional<Level> level() {
        return Stream.of(Level.values())
                .filter(level -> practices.containsAll(of(level).practices))
                .reduce((lower, higher) -> higher);
    }

    /** Returns the same requirements with other practices. */
    public Requirements withPractices(Set<Practice> others) {
        return new Requirements(others, evidence, coverage, canaries, pyramid, changedLines, operations, waivers);
    }

    /** Returns the same requirements, but satisfied with this evidence for one kind of test. */
    public Requirements withEvidence(TestKind kind, Evidence enough) {
        Map<TestKind, Evidence> others = new EnumMap<>(TestKind.class);
        others.putAll(evidence);
        others.put(kind, enough);
        return new Requirements(practices, others, coverage, canaries, pyramid, changedLines, operations, waivers);
    }

    /** Returns the same requirements with other waivers. */
    public Requirements withWaivers(List<Waiver> others) {
        return new Requirements(practices, evidence, coverage, canaries, pyramid, changedLines, operations, others);
    }

    /** Returns the same requirements with other thresholds for coverage. */
    public Requirements withCoverage(List<CoverageRequirement> others) {
        return new Requirements(practices, evidence, others, canaries, pyramid, changedLines, operations, waivers);
    }

    /** Returns the same requirements with other key operations. */
    public Requirements withOperations(List<Operation> others) {
        return new Requirements(practices, evidence, coverage, canaries, pyramid, changedLines, others, waivers);
    }
}

package dev.andon.internal.require;

import dev.andon.Evidence;
import dev.andon.TestKind;
import dev.andon.internal.text.ClassNames;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a readiness class requires.
 *
 * @param practices the practices that apply
 * @param evidence the weakest evidence that is accepted, where it is set explicitly
 * @param coverage the coverage thresholds
 * @param canaries the canaries' budget
 * @param pyramid the pyramid's ratios
 * @param changedLines the requirement on changed lines
 * @param operations the key operations
 * @param waivers the waivers
 * @param exemptions the exemptions
 * @param baseline the limits of the baseline
 * @param proofs which tests must detect faults
 */
public record Requirements(
        Set<Practice> practices,
        Map<TestKind, Evidence> evidence,
        List<CoverageRequirement> coverage,
        Optional<CanaryBudget> canaries,
        Optional<PyramidShape> pyramid,
        Optional<ChangedLinesRequirement> changedLines,
        List<Operation> operations,
        List<Waiver> waivers,
        List<Exemption> exemptions,
        BaselineLimits baseline,
        List<ProofRequirement> proofs) {

    /** Requires no proof of tests. */
    public Requirements(
            Set<Practice> practices,
            Map<TestKind, Evidence> evidence,
            List<CoverageRequirement> coverage,
            Optional<CanaryBudget> canaries,
            Optional<PyramidShape> pyramid,
            Optional<ChangedLinesRequirement> changedLines,
            List<Operation> operations,
            List<Waiver> waivers,
            List<Exemption> exemptions,
            BaselineLimits baseline) {
        this(
                practices,
                evidence,
                coverage,
                canaries,
                pyramid,
                changedLines,
                operations,
                waivers,
                exemptions,
                baseline,
                List.of());
    }

    /** How many violations may be known, and the last day on which any may. */
    public record BaselineLimits(int noMoreThan, LocalDate shrinksUntil) {
        public static final BaselineLimits NONE = new BaselineLimits(Integer.MAX_VALUE, LocalDate.MAX);
    }

    /**
     * The largest number of canaries of a service, and of runs that all canaries make in a month.
     *
     * @param records the files that tell of canaries whose artefacts are not at hand, as written
     */
    public record CanaryBudget(int max, long runsPerMonth, List<String> records) {
        public static final CanaryBudget DEFAULT = new CanaryBudget(5, 250_000, List.of());

        /** Returns what both require. */
        CanaryBudget and(CanaryBudget other) {
            return new CanaryBudget(
                    Math.min(max, other.max),
                    Math.min(runsPerMonth, other.runsPerMonth),
                    Stream.concat(records.stream(), other.records.stream())
                            .distinct()
                            .toList());
        }
    }

    /** The ratios between the kinds of test, and the bound in milliseconds for 95 of 100 unit tests (0: none). */
    public record PyramidShape(
            double unitToIntegration, double integrationToEndToEnd, double endToEndToCanary, long unitMillis) {}

    /** The share of changed lines to be covered, since a branch or commit (empty: to be found). */
    public record ChangedLinesRequirement(double line, String since) {
        static final ChangedLinesRequirement DEFAULT = new ChangedLinesRequirement(1, "");
    }

    /** A key operation; its route may be empty, and the names of the services that perform it too. */
    public record Operation(String name, String route, List<String> services) {

        /**
         * Refuses a path without a verb, which matches no route.
         *
         * @throws ConfigurationException for such a path
         */
        public Operation {
            services = List.copyOf(services);
            if (route.trim().startsWith("/")) {
                throw new ConfigurationException("the key operation \"" + name + "\" has route = " + route.trim()
                        + " without a verb: write for example GET " + route.trim());
            }
        }
    }

    /**
     * Accepts until a date that a practice does not hold.
     *
     * @param service a class name, a simple name or a route; empty where a package, tests or the code base are meant
     * @param inPackage a package, with all below it; {@code *} and {@code ..} are wildcards; empty where none is named
     * @param tests the classes of the tests at fault; empty where a service or the code base is meant
     * @param faults the faults that survived, such as {@code OrderController.read:throws}; empty where whole results are meant
     * @param origin the annotation, or the file that it stands in
     */
    public record Waiver(
            Practice practice,
            String service,
            String inPackage,
            List<String> tests,
            List<String> faults,
            String reason,
            String owner,
            LocalDate until,
            String origin) {
        static final String ANNOTATION = "@Waive";

        private static final int SOON = 14;

        /** Creates a waiver that stands on the readiness class. */
        public Waiver(
                Practice practice, String service, List<String> tests, String reason, String owner, LocalDate until) {
            this(practice, service, "", tests, List.of(), reason, owner, until, ANNOTATION);
        }

        /** Returns what it is for, as it is shown: a service, a package or tests; empty for the code base. */
        public String shown() {
            if (!faults.isEmpty()) {
                return String.join(", ", faults);
            }
            return shownService().isEmpty()
                    ? tests.stream().map(ClassNames::simple).collect(Collectors.joining(", "))
                    : shownService();
        }

        /** Returns the service without its package, or the package; empty where it names neither. */
        public String shownService() {
            return inPackage.isEmpty() ? ClassNames.simple(service) : inPackage;
        }

        /** Returns whether it is for the results of services. */
        public boolean namesServices() {
            return !service.isEmpty() || !inPackage.isEmpty();
        }

        /** Returns whether it lasts longer than a waiver may: a year. */
        public boolean endsTooLate(LocalDate today) {
            return until.isAfter(today.plusYears(1));
        }

        /** Returns whether it ends within two weeks, or has ended. */
        public boolean endsSoon(LocalDate today) {
            return !until.isAfter(today.plusDays(SOON));
        }
    }

    /**
     * Decides that a practice does not apply.
     *
     * @param service a class name, a simple name or a route; empty where a package is named
     * @param inPackage a package, with all below it; wildcards as above; empty where a service is named
     */
    public record Exemption(Practice practice, String service, String inPackage, String reason, String owner) {}

    /** Returns requirements for some practices and nothing else. */
    public static Requirements of(Set<Practice> practices) {
        return new Requirements(
                practices,
                new EnumMap<>(TestKind.class),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                BaselineLimits.NONE);
    }

    /** Returns the same requirements with other practices. */
    public Requirements withPractices(Set<Practice> others) {
        return new Requirements(
                others,
                evidence,
                coverage,
                canaries,
                pyramid,
                changedLines,
                operations,
                waivers,
                exemptions,
                baseline,
                proofs);
    }

    /** Returns the same requirements, but with this evidence accepted for one kind of test. */
    public Requirements withEvidence(TestKind kind, Evidence weakest) {
        Map<TestKind, Evidence> others = new EnumMap<>(TestKind.class);
        others.putAll(evidence);
        others.put(kind, weakest);
        return new Requirements(
                practices,
                others,
                coverage,
                canaries,
                pyramid,
                changedLines,
                operations,
                waivers,
                exemptions,
                baseline,
                proofs);
    }

    /** Returns the same requirements with other waivers. */
    public Requirements withWaivers(List<Waiver> others) {
        return new Requirements(
                practices,
                evidence,
                coverage,
                canaries,
                pyramid,
                changedLines,
                operations,
                others,
                exemptions,
                baseline,
                proofs);
    }

    /** Returns the same requirements with other exemptions. */
    public Requirements withExemptions(List<Exemption> others) {
        return new Requirements(
                practices,
                evidence,
                coverage,
                canaries,
                pyramid,
                changedLines,
                operations,
                waivers,
                others,
                baseline,
                proofs);
    }

    /** Returns the same requirements with other thresholds for coverage. */
    public Requirements withCoverage(List<CoverageRequirement> others) {
        return new Requirements(
                practices,
                evidence,
                others,
                canaries,
                pyramid,
                changedLines,
                operations,
                waivers,
                exemptions,
                baseline,
                proofs);
    }

    /** Returns the same requirements with other key operations. */
    public Requirements withOperations(List<Operation> others) {
        return new Requirements(
                practices,
                evidence,
                coverage,
                canaries,
                pyramid,
                changedLines,
                others,
                waivers,
                exemptions,
                baseline,
                proofs);
    }

    /** Returns the same requirements with other proofs of tests. */
    public Requirements withProofs(List<ProofRequirement> others) {
        return new Requirements(
                practices,
                evidence,
                coverage,
                canaries,
                pyramid,
                changedLines,
                operations,
                waivers,
                exemptions,
                baseline,
                others);
    }
}

package dev.andon.internal.require;

import dev.andon.Level;
import dev.andon.TestKind;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a readiness class requires: the practices of its level, and those of every {@code @Require…} annotation. */
final class RequirementsReader {
    private final ReadinessAnnotations annotations;
    private final PracticeCatalogue catalogue;
    private final Set<Practice> practices = new LinkedHashSet<>();

    private RequirementsReader(ReadinessAnnotations annotations, PracticeCatalogue catalogue) {
        this.annotations = annotations;
        this.catalogue = catalogue;
    }

    static Requirements read(ReadinessAnnotations annotations, AnnotationAttributes main, PracticeCatalogue catalogue) {
        return new RequirementsReader(annotations, catalogue).read(main);
    }

    private Requirements read(AnnotationAttributes main) {
        Level level = main.constant("level").map(Level::valueOf).orElse(Level.INTEGRATED);
        practices.addAll(catalogue.of(level));
        TestRequirementReader tests = TestRequirementReader.read(annotations);
        tests.kinds().forEach(kind -> practices.add(catalogue.get(kind.practice())));
        List<CoverageRequirement> coverage = CoverageRequirementReader.read(annotations);
        if (!coverage.isEmpty()) {
            practices.add(catalogue.get("coverage"));
        }
        Optional<Requirements.CanaryBudget> canaries = canaries();
        Optional<Requirements.PyramidShape> pyramid = pyramid();
        Optional<Requirements.ChangedLinesRequirement> changedLines = changedLines();
        List<ProofRequirement> proofs = ProofRequirementReader.read(annotations, tests.evidence());
        if (!proofs.isEmpty()) {
            practices.add(catalogue.get("tests-detect-failure"));
        }
        annotations.each("RequirePractice").forEach(this::require);
        if (practices.isEmpty()) {
            throw main.misuse(
                    "level",
                    level.name(),
                    "no practice is required, so nothing would be checked: choose a level, or add a @Require annotation");
        }
        if (practices.contains(catalogue.get("changed-lines")) && changedLines.isEmpty()) {
            changedLines = Optional.of(Requirements.ChangedLinesRequirement.DEFAULT);
        }
        if (practices.contains(catalogue.get("tests-detect-failure")) && proofs.isEmpty()) {
            proofs = List.of(ProofRequirement.of(TestKind.INTEGRATION));
        }
        return new Requirements(
                practices,
                tests.withoutProof(),
                coverage,
                canaries,
                pyramid,
                changedLines,
                KeyOperationReader.read(annotations),
                WaiverReader.read(annotations, catalogue),
                ExemptionReader.read(annotations, catalogue),
                baseline(),
                proofs);
    }

    private void require(AnnotationAttributes requirement) {
        Practice practice = requirement.practice("value", requirement.text("value"), catalogue);
        if (!practice.annotation().isEmpty()) {
            throw requirement.misuse(
                    "value", practice.id(), "this practice needs values: require it by @" + practice.annotation());
        }
        practices.add(practice);
    }

    private Requirements.BaselineLimits baseline() {
        return annotations
                .first("RequireBaseline")
                .map(limits -> new Requirements.BaselineLimits(
                        (int) limits.positive("noMoreThan", Integer.MAX_VALUE),
                        limits.has("shrinksUntil")
                                        && !limits.text("shrinksUntil").isEmpty()
                                ? limits.date("shrinksUntil")
                                : LocalDate.MAX))
                .orElse(Requirements.BaselineLimits.NONE);
    }

    private Optional<Requirements.CanaryBudget> canaries() {
        return annotations
                .each("RequireCanaries")
                .map(requirement -> {
                    practices.addAll(catalogue.matching(Practice::concernsCanaries));
                    Requirements.CanaryBudget otherwise = Requirements.CanaryBudget.DEFAULT;
                    return new Requirements.CanaryBudget(
                            (int) requirement.positive("max", otherwise.max()),
                            (long) requirement.positive("runsPerMonth", (double) otherwise.runsPerMonth()),
                            requirement.texts("records"));
                })
                .reduce(Requirements.CanaryBudget::and);
    }

    private Optional<Requirements.PyramidShape> pyramid() {
        return annotations.first("RequirePyramid").map(requirement -> {
            practices.add(catalogue.get("pyramid"));
            return new Requirements.PyramidShape(
                    requirement.positive("unitToIntegration", 1),
                    requirement.positive("integrationToEndToEnd", 1),
                    requirement.positive("endToEndToCanary", 1),
                    (long) requirement.positive("unitMillis", 0));
        });
    }

    private Optional<Requirements.ChangedLinesRequirement> changedLines() {
        return annotations.first("RequireChangedLines").map(requirement -> {
            practices.add(catalogue.get("changed-lines"));
            double line = requirement.has("line") ? requirement.share("line") : 1;
            return new Requirements.ChangedLinesRequirement(line, requirement.text("since"));
        });
    }
}

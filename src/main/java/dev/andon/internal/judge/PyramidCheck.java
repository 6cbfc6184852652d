package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.require.Requirements.PyramidShape;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.Plural;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges whether cheaper kinds of test outnumber more expensive ones, and whether unit tests are fast. */
final class PyramidCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.optIn(Practice.Scope.CODEBASE, "pyramid");

    private static final String FIX =
            "test the cases of one piece of code in unit tests, and leave to the more expensive "
                    + "kinds what only they can show; or set ratios that fit in @RequirePyramid";
    private static final String COUNTS =
            "unit {unit}, integration {integration}, end-to-end {endToEnd}, canary {canary} test methods";

    static final FindingTemplate IN_SHAPE = new FindingTemplate("in-shape", COUNTS);
    static final FindingTemplate TOO_FEW = new FindingTemplate("too-few", COUNTS + ": {missing} required", FIX);
    static final FindingTemplate NO_DURATIONS = new FindingTemplate(
            "no-durations",
            "no unit test has run, so their durations are not known",
            "run the unit tests in this build");
    static final FindingTemplate SLOW = new FindingTemplate(
            "slow",
            "5 of 100 unit tests take longer than {millis} ms where {allowed} ms are allowed, the slowest being {slowest}",
            FIX);

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (!(subject instanceof Subject.CodeBase)) {
            return List.of();
        }
        PyramidShape shape = requirements.pyramid().orElse(new PyramidShape(1, 1, 1, 0));
        Map<TestKind, Long> counts = counts(evidence);
        List<Result> faults = new ArrayList<>();
        tooFew(counts, TestKind.UNIT, TestKind.INTEGRATION, shape.unitToIntegration())
                .ifPresent(faults::add);
        tooFew(counts, TestKind.INTEGRATION, TestKind.END_TO_END, shape.integrationToEndToEnd())
                .ifPresent(faults::add);
        tooFew(counts, TestKind.END_TO_END, TestKind.CANARY, shape.endToEndToCanary())
                .ifPresent(faults::add);
        if (shape.unitMillis() > 0) {
            slow(evidence, shape.unitMillis()).ifPresent(faults::add);
        }
        return faults.isEmpty() ? List.of(Result.met(counted(IN_SHAPE, counts))) : faults;
    }

    static Map<TestKind, Long> counts(BuildEvidence evidence) {
        Map<TestKind, Long> counts = new EnumMap<>(TestKind.class);
        for (TestKind kind : TestKind.kinds()) {
            counts.put(
                    kind,
                    evidence.testClasses(kind).stream()
                            .filter(testClass -> !testClass.provesCanaries())
                            .mapToLong(testClass -> count(testClass, kind, evidence))
                            .sum());
        }
        counts.merge(TestKind.CANARY, evidence.testsOfOtherCanaries(), Long::sum);
        return counts;
    }

    /** Of an engine whose tests are no methods, those that ran. */
    private static long count(TestClass testClass, TestKind kind, BuildEvidence evidence) {
        return testClass.engine() == null
                ? testClass.methods().stream()
                        .filter(method -> testClass.kindOf(method) == kind)
                        .filter(TestMethod::isEnabled)
                        .count()
                : evidence.results().of(testClass).stream()
                        .mapToLong(run -> run.tests().size())
                        .max()
                        .orElse(0);
    }

    private static Finding counted(FindingTemplate template, Map<TestKind, Long> counts) {
        return template.with(
                "unit",
                counts.getOrDefault(TestKind.UNIT, 0L),
                "integration",
                counts.getOrDefault(TestKind.INTEGRATION, 0L),
                "endToEnd",
                counts.getOrDefault(TestKind.END_TO_END, 0L),
                "canary",
                counts.getOrDefault(TestKind.CANARY, 0L));
    }

    private static Optional<Result> tooFew(
            Map<TestKind, Long> counts, TestKind cheap, TestKind expensive, double ratio) {
        long required = (long) Math.ceil(ratio * counts.getOrDefault(expensive, 0L));
        long missing = required - counts.getOrDefault(cheap, 0L);
        return missing <= 0
                ? Optional.empty()
                : Optional.of(Result.violated(
                        counted(TOO_FEW, counts).with("missing", Plural.count(missing, "more " + cheap.text()))));
    }

    private static Optional<Result> slow(BuildEvidence evidence, long allowed) {
        List<TestRun> units = evidence.testClasses(TestKind.UNIT).stream()
                .flatMap(testClass -> evidence.results().of(testClass).stream())
                .flatMap(run -> run.tests().stream())
                .filter(run -> run.outcome() == Outcome.SUCCESSFUL)
                .sorted((left, right) -> Double.compare(left.millis(), right.millis()))
                .toList();
        if (units.isEmpty()) {
            return Optional.of(Result.violated(NO_DURATIONS.with()));
        }
        double at95 = units.get((int) Math.ceil(0.95 * units.size()) - 1).millis();
        TestRun slowest = units.get(units.size() - 1);
        return at95 <= allowed
                ? Optional.empty()
                : Optional.of(Result.violated(SLOW.with(
                        "millis",
                        String.format(Locale.ROOT, "%.0f", at95),
                        "allowed",
                        allowed,
                        "slowest",
                        ClassNames.simple(slowest.className()) + "." + slowest.methodName())));
    }
}

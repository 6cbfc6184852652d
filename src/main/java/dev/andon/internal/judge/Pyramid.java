package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges whether the cheaper kinds of test outnumber the dearer ones: {@code pyramid}. */
final class Pyramid {
    private static final String ID = Practice.PYRAMID.id();

    private final EvidenceIndex known;
    private final Requirements.PyramidShape shape;

    Pyramid(EvidenceIndex known, Optional<Requirements.PyramidShape> shape) {
        this.known = known;
        this.shape = shape.orElse(new Requirements.PyramidShape(1, 1, 1, 0));
    }

    PracticeResult judge() {
        Map<TestKind, Long> counts = counts();
        List<String> faults = new ArrayList<>();
        tooFew(counts, TestKind.UNIT, TestKind.INTEGRATION, shape.unitToIntegration())
                .ifPresent(faults::add);
        tooFew(counts, TestKind.INTEGRATION, TestKind.END_TO_END, shape.integrationToEndToEnd())
                .ifPresent(faults::add);
        tooFew(counts, TestKind.END_TO_END, TestKind.CANARY, shape.endToEndToCanary())
                .ifPresent(faults::add);
        slow().ifPresent(faults::add);
        String found = "unit " + counts.get(TestKind.UNIT) + ", integration " + counts.get(TestKind.INTEGRATION)
                + ", end-to-end " + counts.get(TestKind.END_TO_END) + ", canary " + counts.get(TestKind.CANARY)
                + " test methods";
        return faults.isEmpty()
                ? new PracticeResult(ID, Verdict.MET, Evidence.NONE, List.of(), found, "")
                : new PracticeResult(
                        ID,
                        Verdict.VIOLATED,
                        Evidence.NONE,
                        List.of(),
                        found + ": " + String.join("; ", faults),
                        "test the cases of one piece of code in unit tests, and leave to the dearer kinds what only they can "
                                + "show; or set the ratios that fit in @RequirePyramid");
    }

    private Map<TestKind, Long> counts() {
        Map<TestKind, Long> counts = new EnumMap<>(TestKind.class);
        for (TestKind kind : TestKind.kinds()) {
            counts.put(
                    kind,
                    known.testClasses(kind).stream()
                            .filter(testClass -> !testClass.provesCanaries())
                            .flatMap(testClass -> testClass.methods().stream())
                            .filter(method -> method.disabled() == null
                                    || method.disabled().conditional())
                            .count());
        }
        counts.merge(TestKind.CANARY, known.testsOfOtherCanaries(), Long::sum);
        return counts;
    }

    private static Optional<String> tooFew(Map<TestKind, Long> counts, TestKind cheap, TestKind dear, double ratio) {
        double required = ratio * counts.get(dear);
        return counts.get(cheap) >= required
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%d more %s tests wanted",
                        (long) Math.ceil(required) - counts.get(cheap),
                        cheap.tag().equals("e2e") ? "end-to-end" : cheap.tag()));
    }

    private Optional<String> slow() {
        if (shape.unitMillis() == 0) {
            return Optional.empty();
        }
        List<TestRun> units = known.testClasses(TestKind.UNIT).stream()
                .flatMap(testClass -> known.runs(testClass).stream())
                .flatMap(run -> run.tests().stream())
                .filter(run -> run.outcome() == Outcome.SUCCESSFUL)
                .sorted((left, right) -> Double.compare(left.millis(), right.millis()))
                .toList();
        if (units.isEmpty()) {
            return Optional.of("no unit test has run, so their durations are not known");
        }
        TestRun at95 = units.get((int) Math.ceil(0.95 * units.size()) - 1);
        return at95.millis() <= shape.unitMillis()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "5 of 100 unit tests take longer than %.0f ms where %d ms are allowed, the slowest being %s.%s",
                        at95.millis(),
                        shape.unitMillis(),
                        ServiceLabels.simple(units.get(units.size() - 1).className()),
                        units.get(units.size() - 1).methodName()));
    }
}

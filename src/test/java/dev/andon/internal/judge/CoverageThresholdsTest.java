package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.Coverage;
import dev.andon.internal.evidence.Gap;
import dev.andon.internal.evidence.LineRange;
import dev.andon.internal.require.CounterType;
import dev.andon.internal.require.CoverageRequirement;
import dev.andon.internal.require.CoverageRequirement.Bound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageThresholdsTest {

    private static final Gap REFUND =
            new Gap("Till.refund", "Till.java", List.of(new LineRange(24, 26), new LineRange(31, 31)), 4);

    private static final Gap PAY = new Gap("Till.pay", "Till.java", List.of(new LineRange(17, 17)), 2);

    private static Coverage coverage(Counter line, Counter branch, List<String> problems, List<String> uncertain) {
        return new Coverage(
                "com.acme.Till",
                null,
                Map.of(
                        CounterType.LINE,
                        line,
                        CounterType.BRANCH,
                        branch,
                        CounterType.METHOD,
                        line,
                        CounterType.INSTRUCTION,
                        line),
                Map.of(CounterType.LINE, List.of(REFUND), CounterType.BRANCH, List.of(PAY)),
                problems,
                List.of(),
                uncertain);
    }

    private static PracticeResult judge(Coverage coverage, Bound... bounds) {
        return Result.merge("coverage", CoverageThresholds.judge(List.of(bounds), kind -> coverage))
                .orElseThrow();
    }

    @Test
    void saysWhatIsMissingAndWhere() {
        PracticeResult result = judge(
                coverage(new Counter(31, 42), Counter.NONE, List.of(), List.of()),
                new Bound(CounterType.LINE, TestKind.INTEGRATION, 0.8));

        assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(result.found())
                .isEqualTo("31 of 42 lines are covered by integration tests (73.8 %), 80 % is required: 3 more lines; "
                        + "least covered: Till.refund at Till.java:24-26,31 (4 lines)");
        assertThat(result.fix()).startsWith("write an integration test that calls Till.refund");
    }

    @Test
    void isMetOnTheThresholdAndNotOneLineBelow() {
        Bound seventy = new Bound(CounterType.LINE, null, 0.7);

        assertThat(judge(coverage(new Counter(7, 10), Counter.NONE, List.of(), List.of()), seventy)
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(judge(coverage(new Counter(6, 10), Counter.NONE, List.of(), List.of()), seventy)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
        // Must not read "80 % are covered, 80 % are required".
        assertThat(judge(
                                coverage(new Counter(7999, 10_000), Counter.NONE, List.of(), List.of()),
                                new Bound(CounterType.LINE, null, 0.8))
                        .found())
                .contains("(79.9 %), 80 % is required: 1 more line");
    }

    @Test
    void namesWhatMissesMostOfTheUnitThatIsShort() {
        PracticeResult result = judge(
                coverage(new Counter(8, 10), new Counter(2, 4), List.of(), List.of()),
                new Bound(CounterType.BRANCH, null, 0.9));

        assertThat(result.found()).endsWith("2 more branches; least covered: Till.pay at Till.java:17 (2 branches)");
        assertThat(result.fix()).startsWith("write a test that takes the other branches of Till.pay");
    }

    @Test
    void writesAsManyDigitsAsTellAShareFromTheThreshold() {
        assertThat(Percent.of(new Counter(8, 11), 0.7273)).isEqualTo("72.72");
        assertThat(Percent.of(0.7273)).isEqualTo("72.73");
        assertThat(Percent.of(new Counter(72_727, 100_000), 0.7273)).isEqualTo("72.72");
        assertThat(Percent.of(new Counter(999_999, 1_000_000), 1)).isEqualTo("99.9");
        assertThat(Percent.of(new Counter(8, 11), 0.5)).isEqualTo("72.7");
        assertThat(Percent.of(new Counter(10, 10), 1)).isEqualTo("100");
        assertThat(Percent.of(0.8)).isEqualTo("80");
        // One decimal would read as the 72.7 % that are asked for.
        assertThat(Percent.of(new Counter(72_699, 100_000), 0.727)).isEqualTo("72.6");
        assertThat(Percent.of(new Counter(7270, 10_000), 0.72705)).isEqualTo("72.7");
    }

    @Test
    void linesThatNobodyCanCountAreNoPass() {
        Coverage unlined = new Coverage(
                "com.acme.Till",
                null,
                Map.of(CounterType.INSTRUCTION, new Counter(10, 10)),
                Map.of(),
                List.of(),
                List.of("No line numbers."),
                List.of());

        assertThat(judge(unlined, new Bound(CounterType.LINE, null, 0.8)).verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(unlined, new Bound(CounterType.LINE, null, 0.8)).found())
                .isEqualTo("No line numbers.");
        assertThat(judge(unlined, new Bound(CounterType.INSTRUCTION, null, 0.8)).verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void neverPassesWithoutData() {
        PracticeResult result = judge(
                coverage(new Counter(10, 10), Counter.NONE, List.of("The data is damaged."), List.of()),
                new Bound(CounterType.LINE, null, 0.5));

        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(result.found()).isEqualTo("The data is damaged.");
    }

    @Test
    void leavesAShortfallOpenWhereMoreMayBeCovered() {
        Coverage uncertain = coverage(new Counter(5, 10), Counter.NONE, List.of(), List.of("Classes ran at once."));

        assertThat(judge(uncertain, new Bound(CounterType.LINE, TestKind.UNIT, 0.8))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(uncertain, new Bound(CounterType.LINE, TestKind.UNIT, 0.5))
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void saysThatNoBranchIsNotAPass() {
        Coverage straight = coverage(new Counter(10, 10), Counter.NONE, List.of(), List.of());
        Bound branches = new Bound(CounterType.BRANCH, null, 0.8);

        assertThat(judge(straight, branches).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(judge(straight, branches).found()).contains("no branches");
        PracticeResult both = judge(straight, branches, new Bound(CounterType.LINE, null, 0.8));
        assertThat(both.verdict()).isEqualTo(Verdict.MET);
        assertThat(both.found()).contains("10 of 10 lines are covered", "no branches");
    }

    @Test
    void theMostSpecificRequirementWinsPerUnitAndKind() {
        CoverageRequirement all = new CoverageRequirement(0.8, 0.6, -1, -1, null, List.of(), List.of());
        CoverageRequirement byUnit = new CoverageRequirement(0.4, -1, -1, -1, TestKind.UNIT, List.of(), List.of());
        CoverageRequirement legacy =
                new CoverageRequirement(0.3, -1, -1, -1, null, List.of("com.acme.legacy"), List.of());
        CoverageRequirement one =
                new CoverageRequirement(0.1, -1, -1, -1, null, List.of(), List.of("com.acme.legacy.Export"));
        List<CoverageRequirement> requirements = List.of(one, legacy, byUnit, all);

        assertThat(CoverageRequirement.of("com.acme.Till", requirements))
                .containsExactly(
                        new Bound(CounterType.LINE, null, 0.8),
                        new Bound(CounterType.BRANCH, null, 0.6),
                        new Bound(CounterType.LINE, TestKind.UNIT, 0.4));
        assertThat(CoverageRequirement.of("com.acme.legacy.Import", requirements))
                .contains(new Bound(CounterType.LINE, null, 0.3), new Bound(CounterType.BRANCH, null, 0.6));
        assertThat(CoverageRequirement.of("com.acme.legacy.Export", requirements))
                .contains(new Bound(CounterType.LINE, null, 0.1));
        assertThat(CoverageRequirement.of("com.acme.legacyish.Other", requirements))
                .contains(new Bound(CounterType.LINE, null, 0.8));
        assertThat(CoverageRequirement.ofWhole(requirements)).contains(new Bound(CounterType.LINE, null, 0.8));
        assertThat(CoverageRequirement.ofPackage("com.acme.legacy", requirements))
                .containsExactly(new Bound(CounterType.LINE, null, 0.3));
    }
}

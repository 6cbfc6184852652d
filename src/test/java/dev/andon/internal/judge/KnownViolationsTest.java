package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.formats.Baseline;
import dev.andon.internal.require.Requirements.BaselineLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownViolationsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate EARLIER = TODAY.minusDays(30);

    private static PracticeFinding finding(Verdict verdict, String key, String... tests) {
        return new PracticeFinding(
                verdict,
                new Finding(new FindingTemplate(key, "it is so"), java.util.Map.of(), "", List.of(), List.of())
                        .keys(List.of(tests)),
                List.of(tests),
                "it is so",
                "fix it");
    }

    private static PracticeFinding violated(String key, String... tests) {
        return finding(Verdict.VIOLATED, key, tests);
    }

    private static PracticeResult result(String id, Verdict verdict, PracticeFinding... findings) {
        return new PracticeResult(id, verdict, Evidence.NONE, List.of(), "key", "words", "fix", List.of(findings));
    }

    private static ServiceResult service(String name, PracticeResult... results) {
        return new ServiceResult(name, name, "shop", List.of(results));
    }

    private static Report report(ServiceResult... services) {
        return report(List.of(services));
    }

    private static Report report(List<ServiceResult> services, PracticeResult... codebase) {
        return new Report("", Level.NONE, services, List.of(), List.of(codebase), List.of(), List.of());
    }

    private static ServiceResult untested(int number) {
        return service("Service" + number, result("unit-tests", Verdict.VIOLATED, violated("no-test")));
    }

    private static ServiceResult tested(int number) {
        return service("Service" + number, result("unit-tests", Verdict.MET));
    }

    private static Report applied(Report report, Baseline baseline) {
        return BaselineCheck.apply(
                report, new BaselineCheck.File("andon-baseline.txt", "update", baseline), BaselineLimits.NONE, TODAY);
    }

    private static PracticeResult only(Report report) {
        return report.services().get(0).practices().get(0);
    }

    private static PracticeResult baseline(Report report) {
        return report.codebase().stream()
                .filter(result -> result.id().equals("baseline"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_a_thousand_known_ten_fixed_and_three_new_three_fail_and_ten_are_to_be_removed() {
        Baseline recorded = KnownViolations.record(
                report(IntStream.range(0, 1000)
                        .mapToObj(KnownViolationsTest::untested)
                        .toList()),
                Baseline.NONE,
                EARLIER);
        List<ServiceResult> now = new ArrayList<>();
        IntStream.range(0, 10).forEach(number -> now.add(tested(number)));
        IntStream.range(10, 1003).forEach(number -> now.add(untested(number)));

        Report report = applied(report(now), recorded);

        assertThat(recorded.entries()).hasSize(1000);
        assertThat(report.counts())
                .containsEntry(Verdict.BASELINED, 990L)
                .containsEntry(Verdict.VIOLATED, 3L + 1)
                .containsEntry(Verdict.MET, 10L);
        assertThat(baseline(report).findings().get(0).keys()).hasSize(10);
        assertThat(baseline(report).fix()).contains("update");
        assertThat(KnownViolations.fixed(report(now), recorded)).hasSize(10);
    }

    @Test
    void a_new_fault_of_the_same_service_and_practice_does_not_hide_behind_an_old_one() {
        Report before = report(
                service("Orders", result("tests-assert", Verdict.VIOLATED, violated("asserts-nothing", "OrderIT.a"))));
        Baseline known = KnownViolations.record(before, Baseline.NONE, EARLIER);
        Report now = report(service(
                "Orders",
                result("tests-assert", Verdict.VIOLATED, violated("asserts-nothing", "OrderIT.a", "OrderIT.b"))));

        assertThat(only(applied(before, known)).verdict()).isEqualTo(Verdict.BASELINED);
        PracticeResult result = only(applied(now, known));
        assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(result.tests()).containsExactly("OrderIT.b");
        assertThat(result.finding()).isEqualTo("asserts-nothing");
        assertThat(baseline(applied(now, known)).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void other_words_lines_and_counts_change_nothing() {
        Requirements80 eighty = new Requirements80();
        Baseline known = KnownViolations.record(eighty.of("43 of 80 lines, (Orders.java:12)"), Baseline.NONE, EARLIER);

        assertThat(only(applied(eighty.of("41 of 81 lines, (Orders.java:99)"), known))
                        .verdict())
                .isEqualTo(Verdict.BASELINED);
    }

    /** A threshold for coverage that is missed, in the words of one day. */
    private static final class Requirements80 {
        Report of(String words) {
            Finding finding =
                    new FindingTemplate("below-threshold", words).with().identifiedBy("lines");
            return report(service(
                    "Orders",
                    Result.merge("coverage", List.of(Result.violated(finding))).orElseThrow()));
        }
    }

    @Test
    void what_cannot_be_determined_is_never_known_and_keeps_its_line() {
        Report violated = report(untested(1));
        Report undecided = report(service(
                "Service1", result("unit-tests", Verdict.UNDECIDED, finding(Verdict.UNDECIDED, "run-incomplete"))));
        Baseline known = KnownViolations.record(violated, Baseline.NONE, EARLIER);

        assertThat(KnownViolations.record(undecided, Baseline.NONE, TODAY).entries())
                .isEmpty();
        assertThat(only(applied(undecided, known)).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(KnownViolations.fixed(undecided, known)).isEmpty();
    }

    @Test
    void behind_a_known_violation_stays_what_cannot_be_determined() {
        Report now = report(service(
                "Orders",
                result(
                        "tests-assert",
                        Verdict.VIOLATED,
                        violated("asserts-nothing", "A"),
                        finding(Verdict.UNDECIDED, "cannot-determine", "B"))));
        Baseline known = KnownViolations.record(now, Baseline.NONE, EARLIER);

        assertThat(only(applied(now, known)).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void recording_again_keeps_the_day_of_what_was_known() {
        Baseline known = KnownViolations.record(report(untested(1)), Baseline.NONE, EARLIER);
        Baseline again = KnownViolations.record(report(untested(1), untested(2)), known, TODAY);

        assertThat(again.entries().values()).containsExactly(EARLIER, TODAY);
    }

    @Test
    void a_service_or_practice_that_is_gone_leaves_its_line_to_be_removed() {
        Baseline known = KnownViolations.record(report(untested(1), untested(2)), Baseline.NONE, EARLIER);

        assertThat(KnownViolations.fixed(report(untested(2)), known)).hasSize(1);
        assertThat(KnownViolations.fixed(report(service("Service1"), service("Service2")), known))
                .hasSize(2);
    }

    @Test
    void neither_changed_lines_nor_results_on_the_run_and_the_waivers_are_recorded() {
        List<PracticeResult> results = Stream.of("changed-lines", "run-complete", "waivers", "exemptions", "baseline")
                .map(id -> result(id, Verdict.VIOLATED, violated("any")))
                .toList();

        Report report = report(List.of(), results.toArray(PracticeResult[]::new));

        assertThat(KnownViolations.record(report, Baseline.NONE, TODAY).entries())
                .isEmpty();
    }

    @Test
    void services_of_one_name_in_two_modules_are_told_apart() {
        Report report = report(
                new ServiceResult(
                        "Till", "Till (a)", "a", List.of(result("unit-tests", Verdict.VIOLATED, violated("no-test")))),
                new ServiceResult(
                        "Till", "Till (b)", "b", List.of(result("unit-tests", Verdict.VIOLATED, violated("no-test")))));

        assertThat(KnownViolations.record(report, Baseline.NONE, TODAY).entries())
                .hasSize(2);
    }

    @Test
    void a_limit_on_the_number_and_an_end_are_kept() {
        Baseline two = KnownViolations.record(report(untested(1), untested(2)), Baseline.NONE, EARLIER);
        BaselineCheck.File file = new BaselineCheck.File("f", "update", two);
        Report report = report(untested(1), untested(2));

        assertThat(baseline(BaselineCheck.apply(report, file, new BaselineLimits(2, TODAY), TODAY))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(baseline(BaselineCheck.apply(report, file, new BaselineLimits(1, TODAY), TODAY))
                        .finding())
                .isEqualTo("too-many");
        assertThat(baseline(BaselineCheck.apply(report, file, new BaselineLimits(2, TODAY.minusDays(1)), TODAY))
                        .finding())
                .isEqualTo("past-date");
        assertThat(baseline(BaselineCheck.apply(
                                report(tested(1), tested(2)),
                                new BaselineCheck.File("f", "update", Baseline.NONE),
                                new BaselineLimits(0, TODAY.minusDays(1)),
                                TODAY))
                        .verdict())
                .isEqualTo(Verdict.MET);
    }
}

package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaivedFaultsTest {

    private static final LocalDate TODAY = Build.TODAY;
    private static final Subject ORDERS = new Subject.OfService(Build.service("com.acme.OrderController"));

    private static Requirements.Waiver waiver(LocalDate until, String service, String... faults) {
        return new Requirements.Waiver(
                TestsDetectFailureCheck.PRACTICE,
                service,
                "",
                List.of(),
                List.of(faults),
                "audited by hand",
                "shop-team",
                until,
                "@Waive");
    }

    private static PracticeResult survived(String... faults) {
        return Result.merge(
                        TestsDetectFailureCheck.PRACTICE.id(),
                        List.of(Result.violated(TestsDetectFailureCheck.SURVIVED
                                .with("faults", List.of("something"), "fix", "assert")
                                .identifiedBy(List.of(faults)))))
                .orElseThrow();
    }

    private static PracticeResult alsoNotReached(String fault) {
        return Result.merge(
                        TestsDetectFailureCheck.PRACTICE.id(),
                        List.of(
                                Result.violated(TestsDetectFailureCheck.SURVIVED
                                        .with("faults", List.of("something"), "fix", "assert")
                                        .identifiedBy(List.of(fault))),
                                Result.violated(TestsDetectFailureCheck.NOT_REACHED
                                        .with("kind", TestKind.UNIT.text(), "methods", List.of("m"), "count", 1)
                                        .identifiedBy(List.of("m")))))
                .orElseThrow();
    }

    private static Verdict judged(PracticeResult result, Requirements.Waiver... waivers) {
        return new Waivers(List.of(waivers), TODAY).apply(ORDERS, result).verdict();
    }

    private static Stream<String> unneeded(PracticeResult result, Requirements.Waiver... waivers) {
        Waivers all = new Waivers(List.of(waivers), TODAY);
        all.apply(ORDERS, result);
        return all.check(List.of(ORDERS)).stream()
                .filter(found -> found.verdict() == Verdict.VIOLATED)
                .map(found -> found.finding().found());
    }

    @Test
    void a_result_is_waived_where_each_fault_that_survived_is_named() {
        PracticeResult one = survived("OrderController.read:throws");
        PracticeResult two = survived("OrderController.read:throws", "OrderController.read:changed-value");

        assertThat(judged(one, waiver(TODAY, "", "OrderController.read:throws")))
                .isEqualTo(Verdict.WAIVED);
        assertThat(judged(two, waiver(TODAY, "", "OrderController.read"))).isEqualTo(Verdict.WAIVED);
        assertThat(judged(
                        two,
                        waiver(TODAY, "", "OrderController.read:throws"),
                        waiver(TODAY.plusDays(9), "OrderController", "OrderController.read:changed-value")))
                .isEqualTo(Verdict.WAIVED);
    }

    @Test
    void a_fault_that_is_not_named_fails_the_result() {
        PracticeResult two = survived("OrderController.read:throws", "OrderController.reads:throws");

        assertThat(judged(two, waiver(TODAY, "", "OrderController.read"))).isEqualTo(Verdict.VIOLATED);
        assertThat(judged(alsoNotReached("OrderController.read:throws"), waiver(TODAY, "", "OrderController.read")))
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_waiver_that_is_over_or_of_another_service_waives_nothing() {
        PracticeResult one = survived("OrderController.read:throws");

        assertThat(judged(one, waiver(TODAY.minusDays(1), "", "OrderController.read")))
                .isEqualTo(Verdict.VIOLATED);
        assertThat(judged(one, waiver(TODAY, "OtherController", "OrderController.read")))
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_waiver_of_a_fault_that_is_detected_is_not_needed() {
        PracticeResult one = survived("OrderController.read:throws");

        assertThat(unneeded(one, waiver(TODAY, "", "OrderController.read:throws")))
                .isEmpty();
        assertThat(unneeded(
                        one,
                        waiver(TODAY, "", "OrderController.read:throws"),
                        waiver(TODAY, "", "OrderController.place")))
                .singleElement()
                .asString()
                .contains("faults OrderController.place", "is not needed");
    }
}

package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaiversTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController", new Route("POST", "/orders"));

    private static Requirements waiving(String service, LocalDate until) {
        return Requirements.of(Set.of(IntegrationTestsCheck.PRACTICE))
                .withWaivers(List.of(new Requirements.Waiver(
                        IntegrationTestsCheck.PRACTICE, service, List.of(), "retired in Q2", "shop-team", until)));
    }

    private static Requirements waivingPackage(String inPackage) {
        return Requirements.of(Set.of(IntegrationTestsCheck.PRACTICE))
                .withWaivers(List.of(new Requirements.Waiver(
                        IntegrationTestsCheck.PRACTICE,
                        "",
                        inPackage,
                        List.of(),
                        List.of(),
                        "retired in Q2",
                        "shop-team",
                        Build.TODAY,
                        "@Waive")));
    }

    private static Build untested() {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OtherTest", TestKind.UNIT)
                .add();
    }

    private static PracticeResult row(Build build, Requirements requirements) {
        return build.row(requirements, IntegrationTestsCheck.PRACTICE);
    }

    @Test
    void a_waiver_turns_a_violation_into_a_waived_row_with_reason_owner_and_date() {
        Requirements requirements = waiving("com.acme.OrderController", Build.TODAY);
        PracticeResult row = row(untested(), requirements);

        assertThat(row.verdict()).isEqualTo(Verdict.WAIVED);
        assertThat(row.found()).contains("retired in Q2", "shop-team", "2026-11-23");
        assertThat(untested().codebaseRow(requirements, "waivers").verdict()).isEqualTo(Verdict.MET);
        assertThat(untested().judge(requirements).fails()).isFalse();
    }

    @Test
    void a_service_is_waived_by_its_simple_name_or_a_route_too() {
        assertThat(row(untested(), waiving("OrderController", Build.TODAY)).verdict())
                .isEqualTo(Verdict.WAIVED);
        assertThat(row(untested(), waiving("POST /orders", Build.TODAY)).verdict())
                .isEqualTo(Verdict.WAIVED);
    }

    @Test
    void an_expired_waiver_waives_nothing_and_is_a_violation_itself() {
        Requirements requirements = waiving("com.acme.OrderController", Build.TODAY.minusDays(1));

        assertThat(row(untested(), requirements).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(untested().codebaseRow(requirements, "waivers").found()).contains("expired on 2026-11-22");
    }

    @Test
    void a_waiver_that_nothing_needs_is_a_violation() {
        Build tested = new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
        PracticeResult row = tested.codebaseRow(waiving("com.acme.OrderController", Build.TODAY), "waivers");

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("is not needed");
    }

    @Test
    void tests_are_waived_where_all_tests_at_fault_belong_to_them() {
        Build build = disabledWithoutReason("com.acme.OneTest", "com.acme.OtherTest");
        Requirements both = waivingTests("com.acme.OneTest", "com.acme.OtherTest");
        Requirements one = waivingTests("com.acme.OneTest");

        assertThat(build.codebaseRow(both, "tests-enabled").verdict()).isEqualTo(Verdict.WAIVED);
        assertThat(build.codebaseRow(both, "waivers").verdict()).isEqualTo(Verdict.MET);
        assertThat(build.codebaseRow(one, "tests-enabled").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(build.codebaseRow(one, "waivers").found()).contains("tests OneTest", "is not needed");
    }

    private static Build disabledWithoutReason(String... testClasses) {
        Build build = new Build().with(ORDERS);
        for (String testClass : testClasses) {
            build = build.test(testClass, TestKind.UNIT)
                    .disabled("Disabled", "", false)
                    .add();
        }
        return build;
    }

    private static Requirements waivingTests(String... testClasses) {
        return Requirements.of(Set.of(TestsEnabledCheck.PRACTICE))
                .withWaivers(List.of(new Requirements.Waiver(
                        TestsEnabledCheck.PRACTICE,
                        "",
                        List.of(testClasses),
                        "being replaced",
                        "shop-team",
                        Build.TODAY)));
    }

    @Test
    void a_waiver_that_ends_more_than_a_year_ahead_waives_nothing_and_is_a_violation() {
        Requirements year = waiving("com.acme.OrderController", Build.TODAY.plusYears(1));
        Requirements longer =
                waiving("com.acme.OrderController", Build.TODAY.plusYears(1).plusDays(1));

        assertThat(row(untested(), year).verdict()).isEqualTo(Verdict.WAIVED);
        assertThat(row(untested(), longer).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(untested().codebaseRow(longer, Waivers.ID).finding()).isEqualTo("too-late");
    }

    @Test
    void a_package_waives_its_services_and_no_other() {
        for (String inPackage : List.of("com.acme", "com", "com.acme..", "com.*", "..acme")) {
            assertThat(row(untested(), waivingPackage(inPackage)).verdict())
                    .as(inPackage)
                    .isEqualTo(Verdict.WAIVED);
        }
        for (String other : List.of("com.ac", "acme", "com.acme.OrderController", "com.acme.orders")) {
            assertThat(row(untested(), waivingPackage(other)).verdict())
                    .as(other)
                    .isEqualTo(Verdict.VIOLATED);
            assertThat(untested().codebaseRow(waivingPackage(other), Waivers.ID).finding())
                    .isEqualTo("unknown-service");
        }
        assertThat(untested().codebaseRow(waivingPackage("com.ac"), Waivers.ID).found())
                .contains("package com.ac)");
    }

    @Test
    void the_name_of_a_service_is_no_pattern() {
        assertThat(row(untested(), waiving("com.acme..", Build.TODAY)).verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_waiver_of_an_unknown_service_is_a_violation() {
        assertThat(untested()
                        .codebaseRow(waiving("com.acme.Gone", Build.TODAY), "waivers")
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_waiver_that_ends_soon_is_announced_and_one_that_lasts_is_not() {
        assertThat(untested()
                        .judge(waiving("com.acme.OrderController", Build.TODAY.plusDays(3)))
                        .notes())
                .anySatisfy(note -> assertThat(note)
                        .contains("ends in 3 days", Build.TODAY.plusDays(3).toString()));
        assertThat(untested()
                        .judge(waiving("com.acme.OrderController", Build.TODAY.plusDays(90)))
                        .notes())
                .noneSatisfy(note -> assertThat(note).contains("ends in"));
    }

    @Test
    void a_waiver_without_a_service_is_told_which_services_to_name_and_not_to_be_removed() {
        PracticeResult fault = untested().codebaseRow(waiving("", Build.TODAY.plusDays(90)), Waivers.ID);

        assertThat(fault.finding()).isEqualTo("no-service");
        assertThat(fault.fix()).endsWith("services = {OrderController.class}");
    }

    @Test
    void unless_nothing_fails_that_it_could_be_for() {
        Build tested = new Build()
                .with(ORDERS)
                .test("com.acme.OrderIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .add();

        assertThat(tested.codebaseRow(waiving("", Build.TODAY.plusDays(90)), Waivers.ID)
                        .finding())
                .isEqualTo("not-needed");
    }
}

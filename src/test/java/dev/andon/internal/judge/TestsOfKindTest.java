package dev.andon.internal.judge;

import static dev.andon.internal.judge.OrderBuild.INTEGRATION;
import static dev.andon.internal.judge.OrderBuild.ORDERS;
import static dev.andon.internal.judge.OrderBuild.build;
import static dev.andon.internal.judge.OrderBuild.integration;
import static dev.andon.internal.judge.OrderBuild.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestsOfKindTest {
    @Test
    void a_linked_test_that_ran_passed_and_asserted_meets_it() {
        PracticeResult row =
                row(integration(build()).links(ORDERS, Link.Strength.LINKED).add());

        assertThat(row.verdict()).isEqualTo(Verdict.MET);
        assertThat(row.evidence()).isEqualTo(Evidence.LINKED);
        assertThat(row.tests()).containsExactly("com.acme.OrderControllerIT");
        assertThat(row.found()).contains("OrderControllerIT.java:5", "GET /orders", "judged by LINKED");
    }

    @Test
    void a_request_whose_path_the_code_does_not_show_is_undecided() {
        PracticeResult row =
                row(integration(build()).links(ORDERS, Link.Strength.UNCLEAR).add());

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).startsWith("cannot determine statically");
        assertThat(row.fix()).contains("JaCoCo agent");
    }

    /** Whatever it sends: it is no evidence, and that it would be one is not claimed. */
    @Test
    void one_that_did_not_run_or_failed_is_said_to_be_unclear_besides() {
        for (PracticeResult row : List.of(
                row(integration(build())
                        .links(ORDERS, Link.Strength.UNCLEAR)
                        .neverRan()
                        .add()),
                row(integration(build())
                        .links(ORDERS, Link.Strength.UNCLEAR)
                        .ended(Outcome.FAILED)
                        .add()))) {
            assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(row.found())
                    .contains("OrderControllerIT", "cannot determine statically whether it would reach it");
            assertThat(row.fix()).contains("JaCoCo agent", "if it has nothing to do with the service");
        }
        assertThat(row(integration(build())
                                .links(ORDERS, Link.Strength.LINKED)
                                .neverRan()
                                .add())
                        .found())
                .doesNotContain("cannot determine");
    }

    @Test
    void where_execution_was_measured_it_decides_about_such_a_request() {
        assertThat(row(integration(build().coverage())
                                .links(ORDERS, Link.Strength.UNCLEAR)
                                .runs(ORDERS, Execution.Depth.WIRED, 2)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void no_test_at_all_is_missing_and_the_fix_names_a_route() {
        PracticeResult row = row(build());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).startsWith("no integration test reaches it");
        assertThat(row.fix()).contains("OrderControllerIntegrationTest", "POST /orders");
    }

    @Test
    void a_unit_test_is_no_integration_test_and_the_message_says_which_it_found() {
        PracticeResult row = row(build().test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("OrderControllerTest is a unit test (its name)");
    }

    @Test
    void a_test_that_never_ran_exists_but_never_runs_once_the_build_is_over() {
        PracticeResult row = row(integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan()
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("exists, but never runs");
        assertThat(row.fix()).contains("bind OrderControllerIT to the build");
    }

    @Test
    void a_test_that_has_not_run_yet_leaves_the_row_undecided() {
        PracticeResult row = row(integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan()
                .add()
                .stillRunning());

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).startsWith("run incomplete");
    }

    @Test
    void a_test_that_has_not_run_yet_does_not_matter_where_another_proves_it() {
        Build build = integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan()
                .add()
                .test("com.acme.OtherIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .add()
                .stillRunning();

        assertThat(row(build).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void a_test_that_asserts_nothing_is_no_evidence() {
        PracticeResult row = row(integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .asserts(false)
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("asserts nothing");
    }

    @Test
    void a_failed_test_is_no_evidence() {
        PracticeResult row = row(integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .ended(Outcome.FAILED)
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("failed in this build (works)");
    }

    @Test
    void a_class_aborted_in_its_set_up_is_no_evidence() {
        PracticeResult row = row(integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .containerEnded(Outcome.ABORTED)
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("gave up before it tested anything");
    }

    @Test
    void a_disabled_test_is_no_evidence_and_the_message_names_the_annotation() {
        PracticeResult row = row(integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .disabled("DisabledForJreRange", "", true)
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("exists, but never runs: @DisabledForJreRange at OrderControllerIT.java:7");
    }

    @Test
    void a_test_that_passed_only_on_a_rerun_counts_and_is_marked() {
        PracticeResult row = row(
                integration(build()).links(ORDERS, Link.Strength.LINKED).flaky().add());

        assertThat(row.verdict()).isEqualTo(Verdict.MET);
        assertThat(row.found()).contains("flaky");
    }

    @Test
    void a_mock_is_no_evidence() {
        PracticeResult row =
                row(integration(build()).links(ORDERS, Link.Strength.MOCK_ONLY).add());

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("nothing but a mock");
    }

    @Test
    void the_word_alone_is_not_enough_unless_it_is_asked_for() {
        Build build = integration(build()).links(ORDERS, Link.Strength.DECLARED).add();

        assertThat(row(build).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(build.row(asking(Evidence.DECLARED), IntegrationTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void with_coverage_a_test_must_have_run_the_service() {
        PracticeResult called = row(integration(build().coverage())
                .links(ORDERS, Link.Strength.LINKED)
                .runs(ORDERS, Execution.Depth.CALLED, 12)
                .add());
        PracticeResult wired = row(integration(build().coverage())
                .links(ORDERS, Link.Strength.LINKED)
                .runs(ORDERS, Execution.Depth.WIRED, 2)
                .add());

        assertThat(called.verdict()).isEqualTo(Verdict.MET);
        assertThat(called.evidence()).isEqualTo(Evidence.EXECUTED);
        assertThat(called.found()).contains("12 of 42 lines");
        assertThat(wired.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(wired.found()).contains("ran 2 of 42 lines: it was constructed, but never called");
    }

    @Test
    void a_mock_a_wired_and_a_missing_service_are_told_apart() {
        assertThat(found(Execution.Depth.NEVER_LOADED)).contains("never loaded");
        assertThat(found(Execution.Depth.LOADED)).contains("as a mock of it does");
        assertThat(found(Execution.Depth.WIRED)).contains("never called");
    }

    private static String found(Execution.Depth depth) {
        return row(integration(build().coverage())
                        .links(ORDERS, Link.Strength.DECLARED)
                        .runs(ORDERS, depth, 0)
                        .add())
                .found();
    }

    @Test
    void a_service_in_another_process_is_judged_by_linked_and_the_row_says_so() {
        PracticeResult row = row(integration(build().coverage())
                .links(ORDERS, Link.Strength.LINKED)
                .runs(ORDERS, Execution.Depth.NEVER_LOADED, 0)
                .inAnotherProcess()
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.MET);
        assertThat(row.evidence()).isEqualTo(Evidence.LINKED);
        assertThat(row.found()).contains("another process");
    }

    @Test
    void executed_asked_for_by_hand_is_not_met_by_a_link() {
        Build build = integration(build()).links(ORDERS, Link.Strength.LINKED).add();

        assertThat(build.row(asking(Evidence.EXECUTED), IntegrationTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void linked_asked_for_by_hand_is_enough_though_coverage_saw_nothing() {
        Build build = integration(build().coverage())
                .links(ORDERS, Link.Strength.LINKED)
                .runs(ORDERS, Execution.Depth.NEVER_LOADED, 0)
                .add();

        assertThat(row(build).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(build.row(asking(Evidence.LINKED), IntegrationTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void a_component_behind_the_entry_points_needs_unit_tests_alone() {
        Service inner = new Service(
                "com.acme.OrderService",
                "shop",
                Service.Tier.INNER,
                "@Service",
                List.of(),
                List.of(),
                ORDERS.location());
        Requirements both = Requirements.of(Set.of(UnitTestsCheck.PRACTICE, IntegrationTestsCheck.PRACTICE));
        Build build = new Build().with(inner);

        assertThat(build.row(both, IntegrationTestsCheck.PRACTICE).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(build.row(both, UnitTestsCheck.PRACTICE).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    private static Requirements asking(Evidence evidence) {
        return INTEGRATION.withEvidence(TestKind.INTEGRATION, evidence);
    }

    /** A class whose method "alone" is a unit test, and "whole" an integration test. */
    private static Build.TestOf mixed(Build build, Link.Strength strength, String... reaching) {
        return integration(build)
                .methods("alone", "whole")
                .kind(TestKind.UNIT, "alone")
                .links(ORDERS, strength, reaching);
    }

    @Test
    void of_a_class_with_several_kinds_the_methods_of_the_kind_count() {
        assertThat(row(mixed(build(), Link.Strength.LINKED, "whole").add()).verdict())
                .isEqualTo(Verdict.MET);
        assertThat(row(mixed(build(), Link.Strength.LINKED, "alone").add()).verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void what_such_a_class_executed_counts_for_the_kind_whose_methods_reach_the_service() {
        assertThat(row(mixed(build().coverage(), Link.Strength.LINKED, "alone")
                                .runs(ORDERS, Execution.Depth.CALLED, 9)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(row(mixed(build().coverage(), Link.Strength.LINKED, "whole")
                                .runs(ORDERS, Execution.Depth.CALLED, 9)
                                .add())
                        .evidence())
                .isEqualTo(Evidence.EXECUTED);
    }

    @Test
    void where_its_code_shows_no_method_that_reaches_the_service_it_is_undecided() {
        PracticeResult row = row(mixed(build().coverage(), Link.Strength.UNCLEAR)
                .runs(ORDERS, Execution.Depth.CALLED, 9)
                .add());

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.finding()).isEqualTo("several-kinds");
    }
}

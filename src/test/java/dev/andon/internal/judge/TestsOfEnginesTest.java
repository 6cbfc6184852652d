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
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.frameworks.TestEngine;
import dev.andon.internal.require.Requirements;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of engines, which cannot be read: only what they execute tells whether they reach a service. */
class TestsOfEnginesTest {
    private static Build.TestOf features(Build build) {
        return integration(build).runBy(new TestEngine("Cucumber", true));
    }

    @Test
    void tests_of_an_engine_that_cannot_be_read_leave_it_undecided_unless_they_failed() {
        PracticeResult row = row(features(build()).add());

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).contains("OrderControllerIT.java:5", "Cucumber");
        assertThat(row.fix()).contains("JaCoCo");
        assertThat(row(features(build()).ended(Outcome.FAILED).add()).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row(integration(build())
                                .runBy(new TestEngine("ArchUnit", false))
                                .add())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void tests_of_an_engine_that_did_not_run_or_failed_are_named() {
        PracticeResult left = row(features(build()).neverRan().add());
        PracticeResult failed = row(features(build()).ended(Outcome.FAILED).add());

        assertThat(left.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(left.found()).contains("OrderControllerIT.java:5", "exists");
        assertThat(failed.found()).contains("OrderControllerIT.java:5", "fail");
        assertThat(row(features(build())
                                .neverRan(NotRunReason.Cause.UNDETERMINED)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    private static Requirements waiving(String test) {
        return INTEGRATION.withWaivers(List.of(new Requirements.Waiver(
                IntegrationTestsCheck.PRACTICE, "", List.of(test), "too slow", "shop", Build.TODAY.plusDays(9))));
    }

    private static Verdict waived(Build build) {
        return build.row(waiving("com.acme.OrderControllerIT"), IntegrationTestsCheck.PRACTICE)
                .verdict();
    }

    @Test
    void a_waiver_of_tests_that_cannot_be_read_covers_no_service_that_they_are_not_known_to_reach() {
        assertThat(waived(features(build()).neverRan().add())).isEqualTo(Verdict.VIOLATED);
        assertThat(waived(features(build()).ended(Outcome.FAILED).add())).isEqualTo(Verdict.VIOLATED);
        assertThat(waived(features(build()).add())).isEqualTo(Verdict.UNDECIDED);
        assertThat(waived(features(build().coverage())
                        .ended(Outcome.FAILED)
                        .runs(ORDERS, Execution.Depth.CALLED, 7)
                        .add()))
                .isEqualTo(Verdict.WAIVED);
        assertThat(waived(integration(build())
                        .links(ORDERS, Link.Strength.LINKED)
                        .ended(Outcome.FAILED)
                        .add()))
                .isEqualTo(Verdict.WAIVED);
    }

    @Test
    void tests_that_cannot_be_read_come_after_those_that_reach_the_service() {
        Build build = integration(build())
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan()
                .add()
                .test("com.acme.FeaturesTest", TestKind.INTEGRATION)
                .runBy(new TestEngine("Cucumber", true))
                .ended(Outcome.FAILED)
                .add();

        assertThat(row(build).tests()).containsExactly("com.acme.OrderControllerIT");
        assertThat(row(build).found()).startsWith("OrderControllerIT").contains("FeaturesTest");
        assertThat(waived(build)).isEqualTo(Verdict.WAIVED);
    }

    @Test
    void failed_tests_of_an_engine_that_only_constructed_the_service_are_nothing_against_it() {
        PracticeResult row = row(features(build().coverage())
                .ended(Outcome.FAILED)
                .runs(ORDERS, Execution.Depth.WIRED, 2)
                .add());

        assertThat(row.finding()).isEqualTo("no-test");
    }

    /** Without what tells its findings apart, a baseline that knows one of them would accept all. */
    @Test
    void a_result_that_hangs_on_tests_that_cannot_be_read_is_told_from_others_by_them() {
        assertThat(row(features(build()).add()).findings()).singleElement().satisfies(finding -> assertThat(
                        finding.keys())
                .containsExactly("unread-engine:com.acme.OrderControllerIT"));
    }

    @Test
    void what_tests_of_an_engine_execute_is_evidence_and_what_they_do_not_is_none() {
        PracticeResult called = row(features(build().coverage())
                .runs(ORDERS, Execution.Depth.CALLED, 7)
                .add());

        assertThat(called.verdict()).isEqualTo(Verdict.MET);
        assertThat(called.evidence()).isEqualTo(Evidence.EXECUTED);
        assertThat(row(features(build().coverage())
                                .runs(ORDERS, Execution.Depth.WIRED, 2)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }
}

package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.Requirements;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FixesTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController", new Route("POST", "/orders"));

    private static String fix(Build build, Requirements requirements) {
        return build.row(requirements, IntegrationTestsCheck.PRACTICE).fix();
    }

    private static Build declared() {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.DECLARED)
                .add();
    }

    @Test
    void a_test_that_only_declares_the_service_is_accepted_by_a_requirement_of_its_own() {
        assertThat(fix(declared(), Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))))
                .endsWith("@RequireTests(kind = TestKind.INTEGRATION, evidence = Evidence.DECLARED)");
    }

    @Test
    void a_service_that_runs_in_another_process_is_accepted_by_a_requirement_of_its_own() {
        Build wired = new Build()
                .with(ORDERS)
                .coverage()
                .test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .runs(ORDERS, Execution.Depth.WIRED, 0)
                .add();

        assertThat(fix(wired, Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))))
                .endsWith("@RequireTests(kind = TestKind.INTEGRATION, evidence = Evidence.LINKED)");
    }

    @Test
    void a_tie_by_annotation_is_no_fix_where_the_word_alone_is_not_enough() {
        assertThat(fix(new Build().with(ORDERS), Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))))
                .contains("POST /orders")
                .doesNotContain("services =");
    }

    @Test
    void unless_it_is() {
        Requirements word = Requirements.of(Set.of(IntegrationTestsCheck.PRACTICE))
                .withEvidence(TestKind.INTEGRATION, Evidence.DECLARED);

        assertThat(fix(new Build().with(ORDERS), word)).contains("@IntegrationTest(services = OrderController.class)");
    }

    @Test
    void a_test_of_a_name_that_this_build_runs_is_proposed() {
        Build surefire = new Build()
                .with(ORDERS)
                .test("com.acme.CartTest", TestKind.UNIT)
                .add();
        Build failsafe = new Build()
                .with(ORDERS)
                .test("com.acme.CartIT", TestKind.INTEGRATION)
                .add();

        assertThat(fix(surefire, Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))))
                .startsWith("write OrderControllerIntegrationTest: ");
        assertThat(fix(failsafe, Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))))
                .startsWith("write OrderControllerIT: ");
    }

    private static Build pending(String name) {
        return new Build()
                .with(ORDERS)
                .stillRunning()
                .test(name, TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan()
                .add();
    }

    @Test
    void a_name_that_surefire_does_not_run_by_itself_is_named_as_a_cause() {
        String cause = "where OrderControllerIT never runs, run it by Failsafe";
        Requirements requirements = Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED));

        assertThat(fix(pending("com.acme.OrderControllerIT"), requirements)).contains(cause);
        assertThat(pending("com.acme.OrderControllerIT")
                        .codebaseRow(requirements, "run-complete")
                        .fix())
                .contains(cause);
        assertThat(fix(pending("com.acme.OrderControllerTest"), requirements)).doesNotContain("Failsafe");
    }
}

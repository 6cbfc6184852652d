package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static final Requirements INTEGRATED = Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED));
    private static final Service STOCK = Build.service("com.acme.StockService");

    private static PracticeResult unitTests(Build build) {
        return build.row(INTEGRATED, UnitTestsCheck.PRACTICE);
    }

    @Test
    void a_service_that_tests_of_others_mock_needs_a_test_of_its_own() {
        PracticeResult mocked = unitTests(new Build()
                .with(STOCK)
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(STOCK, Link.Strength.MOCK_ONLY)
                .add());

        assertThat(mocked.finding()).isEqualTo("no-test");
        assertThat(mocked.found()).contains("OrderControllerTest holds nothing but a mock of it");
        assertThat(mocked.fix()).startsWith("write StockServiceTest: ").doesNotContain("not a mock");
    }

    @Test
    void a_test_that_mocks_what_it_is_named_after_is_to_call_the_real_one() {
        PracticeResult mocked = unitTests(new Build()
                .with(STOCK)
                .test("com.acme.StockServiceTest", TestKind.UNIT)
                .links(STOCK, Link.Strength.MOCK_ONLY)
                .add());

        assertThat(mocked.finding()).isEqualTo("mocks-only");
        assertThat(mocked.fix()).isEqualTo("let StockServiceTest call the real StockService, not a mock of it");
    }

    @Test
    void a_class_that_only_mocks_the_service_is_not_waited_for() {
        Build build = new Build()
                .with(STOCK)
                .stillRunning()
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(STOCK, Link.Strength.MOCK_ONLY)
                .neverRan()
                .add();

        assertThat(unitTests(build).verdict()).isEqualTo(Verdict.VIOLATED);
        // By what it executes it may be evidence yet.
        assertThat(unitTests(build.coverage()).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /** The plural counts too: two classes whose names differ by one letter help nobody. */
    @ParameterizedTest
    @CsvSource({
        "StockServiceTest,  UNIT,        make StockServiceTest a test that",
        "StockServiceTests, UNIT,        make StockServiceTests a test that",
        "StockServiceTest,  INTEGRATION, write StockServiceUnitTest: ",
        "StockServiceTests, INTEGRATION, write StockServiceUnitTest: ",
        "OtherTest,         UNIT,        write StockServiceTest: "
    })
    void a_class_that_exists_is_not_to_be_written(String existing, TestKind kind, String fix) {
        assertThat(unitTests(new Build()
                                .with(STOCK)
                                .test("com.acme." + existing, kind)
                                .add())
                        .fix())
                .startsWith(fix);
    }

    @Test
    void a_test_that_its_environment_skips_is_not_to_be_enabled() {
        Build build = new Build()
                .with(STOCK)
                .test("com.acme.StockServiceTest", TestKind.UNIT)
                .links(STOCK, Link.Strength.LINKED)
                .disabled("EnabledIfDockerAvailable", "", true)
                .add();
        assertThat(unitTests(build).finding()).isEqualTo("disabled");
        assertThat(unitTests(build).fix())
                .startsWith("run StockServiceTest where the condition of @EnabledIfDockerAvailable holds")
                .doesNotContain("enable StockServiceTest");

        Build disabled = new Build()
                .with(STOCK)
                .test("com.acme.StockServiceTest", TestKind.UNIT)
                .links(STOCK, Link.Strength.LINKED)
                .disabled("Disabled", "SHOP-1", false)
                .add();
        assertThat(unitTests(disabled).fix()).startsWith("enable StockServiceTest");
    }

    @Test
    void a_class_that_an_extension_skipped_says_why() {
        PracticeResult skipped = unitTests(new Build()
                .with(STOCK)
                .test("com.acme.StockServiceTest", TestKind.UNIT)
                .links(STOCK, Link.Strength.LINKED)
                .containerEnded(Outcome.SKIPPED, "Docker is not available")
                .add());

        assertThat(skipped.finding()).isEqualTo("no-test-ran");
        assertThat(skipped.found()).endsWith("ran in this build (skipped: Docker is not available)");
        assertThat(skipped.fix()).startsWith("let the condition hold by which StockServiceTest was skipped");
    }

    @Test
    void of_two_test_classes_with_one_simple_name_each_is_named_with_its_package() {
        Build build = new Build().with(ORDERS);
        build.test("com.acme.v1.OrderTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .asserts(false)
                .add();
        build.test("com.acme.v2.OrderTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan()
                .add();
        build.test("com.acme.v2.CartTest", TestKind.UNIT).neverRan().add();

        assertThat(unitTests(build).found())
                .contains("com.acme.v1.OrderTest (", "com.acme.v2.OrderTest (")
                .doesNotContain(" OrderTest");
        assertThat(build.row(INTEGRATED, TestsAssertCheck.PRACTICE).found()).contains("com.acme.v1.OrderTest.works");
        assertThat(build.codebaseRow(INTEGRATED, "tests-run").found())
                .contains("com.acme.v2.OrderTest (", "; CartTest (");
    }

    @Test
    void names_that_surefire_runs_are_no_advice_where_gradle_runs_the_tests() {
        Build gradle = new Build()
                .with(ORDERS)
                .stillRunning()
                .test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan(NotRunReason.noTask(NotRunReason.Cause.UNKNOWN))
                .add();
        assertThat(fix(gradle, INTEGRATED)).doesNotContain("Surefire", "Failsafe");
        assertThat(gradle.codebaseRow(INTEGRATED, "run-complete").fix()).doesNotContain("Surefire", "Failsafe");

        gradle.over();
        assertThat(fix(gradle, INTEGRATED)).contains("gradle check").doesNotContain("Surefire", "Failsafe");
        assertThat(gradle.codebaseRow(INTEGRATED, "tests-run").fix()).doesNotContain("Surefire", "Failsafe");
    }

    @Test
    void every_class_that_has_not_run_is_listed_whatever_the_text_leaves_out() {
        List<String> names = IntStream.range(0, 40)
                .mapToObj(number -> "com.acme.Order" + number + "Test")
                .toList();
        for (NotRunReason.Cause cause : NotRunReason.Cause.values()) {
            for (boolean over : List.of(true, false)) {
                Build build = over
                        ? new Build().with(ORDERS)
                        : new Build().with(ORDERS).stillRunning();
                names.forEach(
                        name -> build.test(name, TestKind.UNIT).neverRan(cause).add());

                assertThat(build.codebaseRow(INTEGRATED, "tests-run").tests())
                        .as(cause + " " + over)
                        .containsExactlyElementsOf(names);
            }
        }
    }

    @Test
    void a_route_of_any_verb_is_named_by_its_path() {
        Service root = Build.service("com.acme.RootController", new Route("*", "/"));

        assertThat(fix(new Build().with(root), INTEGRATED)).contains("calls / and checks the response");
    }
}

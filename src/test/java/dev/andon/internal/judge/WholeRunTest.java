package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.Requirements;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WholeRunTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController", new Route("POST", "/orders"));
    private static final Requirements UNITS = Requirements.of(Set.of(UnitTestsCheck.PRACTICE));

    private static Build tested() {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
    }

    @Test
    void a_whole_run_has_no_row_on_itself() {
        assertThat(tested().judge(UNITS).codebase()).isEmpty();
    }

    @Test
    void an_incomplete_run_says_so_once_with_the_missing_classes() {
        Build build = new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .neverRan()
                .add()
                .test("com.acme.OtherTest", TestKind.UNIT)
                .add()
                .stillRunning();
        PracticeResult row = build.codebaseRow(UNITS, "run-complete");

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).contains("run incomplete: 1 of 2 test classes", "OrderControllerTest");
    }

    @Test
    void a_missing_class_that_changes_no_row_reddens_nothing() {
        Build build = tested().test("com.acme.OtherTest", TestKind.UNIT)
                .neverRan()
                .add()
                .stillRunning();

        assertThat(build.judge(UNITS).fails()).isFalse();
    }

    @Test
    void what_cannot_be_read_is_told_and_fails() {
        PracticeResult row = tested().problem("a.jsonl:3 is half written: the JVM was killed")
                .codebaseRow(UNITS, "run-complete");

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).contains("a.jsonl:3");
    }

    @Test
    void a_build_without_a_single_test_class_fails() {
        assertThat(new Build().with(ORDERS).codebaseRow(UNITS, "run-complete").verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_finished_build_of_which_nothing_is_known_fails() {
        Build build = new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .neverRan()
                .add();

        assertThat(build.codebaseRow(UNITS, "run-complete").found()).contains("no ledger and no report");
    }

    @Test
    void the_pyramid_counts_methods_and_names_what_is_missing() {
        Build build = tested().test("com.acme.AIT", TestKind.INTEGRATION)
                .add()
                .test("com.acme.BIT", TestKind.INTEGRATION)
                .add();
        Requirements pyramid = Requirements.of(Set.of(PyramidCheck.PRACTICE));
        PracticeResult row = build.codebaseRow(pyramid, "pyramid");

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("unit 1, integration 2", "1 more unit test required");
        assertThat(tested().codebaseRow(pyramid, "pyramid").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void an_operation_needs_an_end_to_end_test_and_a_service() {
        Build build = tested();
        assertThat(build.row(operation("POST /orders"), EndToEndTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(build.row(operation("POST /refunds"), EndToEndTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(build.codebaseRow(operation("POST /refunds"), "end-to-end-tests")
                        .found())
                .contains("no service performs", "POST /refunds", "POST /orders");

        Build flow = tested().test("com.acme.PlaceOrderE2E", TestKind.END_TO_END)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
        assertThat(flow.row(operation("POST /orders"), EndToEndTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void a_flow_that_asks_for_another_route_of_the_service_does_not_test_the_operation() {
        Service shop = Build.service(
                "com.acme.OrderController", new Route("POST", "/orders"), new Route("GET", "/orders/{id}"));
        Build elsewhere = new Build()
                .with(shop)
                .test("com.acme.ReadOrderE2E", TestKind.END_TO_END)
                .asks(shop, "GET /orders/{id}")
                .add();
        Build there = new Build()
                .with(shop)
                .test("com.acme.PlaceOrderE2E", TestKind.END_TO_END)
                .asks(shop, "GET /orders/{id}", "POST /orders")
                .add();

        assertThat(elsewhere
                        .row(operation("POST /orders"), EndToEndTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(there.row(operation("POST /orders"), EndToEndTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(there.row(operation("GET /orders/{orderId}"), EndToEndTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void services_of_equal_simple_names_gain_the_shortest_distinguishing_package_or_module() {
        Service one = Build.service("com.acme.shop.Api");
        Service two = Build.service("com.acme.depot.Api");
        Service twin = new Service(
                "com.acme.shop.Api", "legacy", one.tier(), "", List.of(), List.of(), new Location("", "", 0));

        assertThat(labels(one, two, ORDERS)).containsExactly("shop.Api", "depot.Api", "OrderController");
        assertThat(labels(one, twin)).containsExactly("Api (shop)", "Api (legacy)");
        assertThat(labels(one, two, twin)).containsExactly("Api (shop)", "depot.Api", "Api (legacy)");
        assertThat(labels(Build.service("shop.Api"), one))
                .as("a name that is the end of the other")
                .doesNotHaveDuplicates();
    }

    private static Requirements operation(String of) {
        Requirements plain = Requirements.of(Set.of(EndToEndTestsCheck.PRACTICE));
        return plain.withOperations(List.of(new Requirements.Operation("place an order", of, List.of())));
    }

    private static Collection<String> labels(Service... services) {
        return SubjectLabels.of(
                        Stream.of(services).<Subject>map(Subject.OfService::new).toList())
                .values();
    }

    @Test
    void how_to_get_stronger_evidence_is_said_once_for_the_run() {
        assertThat(tested().judge(UNITS).notes()).singleElement().asString().contains("without the JaCoCo agent");
        assertThat(tested().coverage().judge(UNITS).notes())
                .singleElement()
                .asString()
                .contains("judged by LINKED", "the coverage data holds nothing that was run by", "@{argLine}");
    }

    @Test
    void nothing_is_said_of_it_where_tests_executed_the_services_or_run_them_in_another_process() {
        assertThat(new Build()
                        .with(ORDERS)
                        .coverage()
                        .test("com.acme.OrderControllerTest", TestKind.UNIT)
                        .links(ORDERS, Link.Strength.LINKED)
                        .runs(ORDERS, Execution.Depth.CALLED, 3)
                        .add()
                        .judge(UNITS)
                        .notes())
                .isEmpty();
        assertThat(new Build()
                        .with(ORDERS)
                        .coverage()
                        .test("com.acme.OrderControllerTest", TestKind.UNIT)
                        .links(ORDERS, Link.Strength.LINKED)
                        .inAnotherProcess()
                        .add()
                        .judge(UNITS)
                        .notes())
                .isEmpty();
    }

    @Test
    void that_a_part_of_the_coverage_data_is_lost_is_said_once() {
        assertThat(tested().coverage("The JVM ended early.").judge(UNITS).notes())
                .containsExactly("judged by LINKED and not by EXECUTED: The JVM ended early.");
    }
}

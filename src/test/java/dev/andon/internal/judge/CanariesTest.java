package dev.andon.internal.judge;

import static dev.andon.internal.judge.CanaryBuild.canary;
import static dev.andon.internal.judge.CanaryBuild.good;
import static dev.andon.internal.judge.CanaryBuild.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.require.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practices {@code canaries} and {@code canaries-few}, and how canaries stand beside services and tests. */
class CanariesTest {
    private static final Requirements.Operation PLACE = operation("place an order", "POST /orders");

    @TempDir
    Path temp;

    private static Requirements.Operation operation(String name, String of) {
        return new Requirements.Operation(name, of, List.of());
    }

    private CanaryBuild shop() {
        return CanaryBuild.in(temp).shop();
    }

    private static String placing(String operation, String of) {
        return canary(
                "PlaceCanary",
                "operation = \"%s\", route = \"%s\", every = \"1m\", timeout = \"10s\"".formatted(operation, of),
                test("client.post(\"/orders\", \"{}\").expectStatus(201);"));
    }

    private static RecordedCanary recorded(String every, CanaryRecord.JudgedPractice... rows) {
        return new RecordedCanary(
                new CanaryRecord(
                        new CanaryDeclaration(
                                "com.acme.canaries.PlaceCanary",
                                "place",
                                "place an order",
                                "POST /orders",
                                every,
                                "10s",
                                "",
                                "",
                                "",
                                "",
                                0),
                        List.of(rows),
                        List.of(),
                        Map.of()),
                "shop-canaries.jar",
                "shop-canaries.jar!/META-INF/andon/canaries.json",
                false);
    }

    @Test
    void an_operation_with_a_canary_of_its_name_is_watched_whatever_the_case() {
        CanaryBuild build = shop().main("canaries", placing(" Place  an ORDER", "post /orders"));

        PracticeResult row = build.serviceRow(CanariesCheck.PRACTICE);
        assertThat(row.verdict()).isEqualTo(Verdict.MET);
        assertThat(row.found()).startsWith("\"place an order\" (POST /orders): PlaceCanary (PlaceCanary.java:");
        assertThat(build.codebaseRow(CanariesCheck.PRACTICE))
                .hasValueSatisfying(all -> assertThat(all.verdict()).isEqualTo(Verdict.MET));
    }

    @Test
    void an_operation_without_a_canary_names_the_nearest_and_how_to_write_one() {
        CanaryBuild build = shop().main("canaries", placing("place a order", "POST /orders"));

        PracticeResult row = build.serviceRow(CanariesCheck.PRACTICE);
        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found())
                .startsWith("\"place an order\" (POST /orders) has no canary, among 1; PlaceCanary (PlaceCanary.java:")
                .endsWith("is for \"place a order\"");
        assertThat(row.fix()).contains("@Canary(operation = \"place an order\", route = \"POST /orders\", …)");
        assertThat(build.codebaseRow(CanariesCheck.PRACTICE).orElseThrow().found())
                .contains("is for \"place a order\", which is not a key operation; did you mean \"place an order\"?");
    }

    @Test
    void routes_that_differ_are_both_named_and_parameter_names_do_not_matter() {
        PracticeResult row = shop().main("canaries", placing("place an order", "PUT /orders"))
                .serviceRow(CanariesCheck.PRACTICE);
        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found())
                .contains("the key operation \"place an order\" is POST /orders", "says that it is PUT /orders");

        assertThat(CanaryBuild.in(temp.resolve("2"))
                        .shop()
                        .operations(operation("read an order", "GET /orders/{id}"))
                        .main("canaries", placing("read an order", "GET /orders/{orderId}"))
                        .serviceRow(CanariesCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void a_disabled_canary_watches_nothing() {
        PracticeResult row = shop().main(
                        "canaries", canary("PlaceCanary", "@Disabled(\"SHOP-1\") @Test void places() {}"))
                .serviceRow(CanariesCheck.PRACTICE);

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("PlaceCanary (PlaceCanary.java:", "exists, but is disabled");
    }

    @Test
    void a_canary_in_the_module_of_the_service_cannot_be_deployed_without_it() {
        assertThat(shop().test("shop", good("PlaceCanary"))
                        .serviceRow(CanariesCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(CanaryBuild.in(temp.resolve("2"))
                        .shop()
                        .main("shop", good("PlaceCanary"))
                        .serviceRow(CanariesCheck.PRACTICE)
                        .found())
                .contains("production classes", "cannot be deployed without the service");
        assertThat(CanaryBuild.in(temp.resolve("3"))
                        .shop()
                        .test("shop", good("PlaceCanary"))
                        .main("canaries", good("AgainCanary"))
                        .serviceRow(CanariesCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void neither_an_operation_nor_a_canary_is_a_violation_and_never_silence() {
        PracticeResult row =
                shop().operations().codebaseRow(CanariesCheck.PRACTICE).orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("neither a key operation nor a canary");
        assertThat(row.fix()).contains("@KeyOperation", "operations.yaml");
    }

    @Test
    void an_operation_that_no_service_performs_is_a_violation() {
        PracticeResult row = shop().operations(PLACE, operation("refund", "POST /refunds"))
                .main("canaries", good("PlaceCanary"))
                .codebaseRow(CanariesCheck.PRACTICE)
                .orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("no service performs the key operation \"refund\" (POST /refunds)");
    }

    @Test
    void in_a_module_of_canaries_alone_the_code_base_has_the_row() {
        assertThat(CanaryBuild.in(temp)
                        .main("canaries", good("PlaceCanary"))
                        .codebaseRow(CanariesCheck.PRACTICE)
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.MET);
        PracticeResult row = CanaryBuild.in(temp.resolve("2"))
                .operations(PLACE, operation("refund", "POST /refunds"))
                .main("canaries", good("PlaceCanary"))
                .codebaseRow(CanariesCheck.PRACTICE)
                .orElseThrow();
        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("\"refund\" (POST /refunds) has no canary");
    }

    @Test
    void a_route_that_nobody_names_is_a_hint_and_no_violation() {
        Report report = shop().main("canaries", good("PlaceCanary")).judge(CanariesCheck.PRACTICE);

        assertThat(report.fails()).isFalse();
        assertThat(report.notes()).containsExactly("hint: no key operation and no canary names GET /orders/{id}");
    }

    @Test
    void more_canaries_than_the_budget_of_a_service_are_named_and_as_many_are_not() {
        CanaryBuild build = shop().main("canaries", good("PlaceCanary"), good("AgainCanary"))
                .budget(1, 250_000);
        PracticeResult row = build.serviceRow(CanariesFewCheck.PRACTICE);

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found())
                .startsWith("2 canaries, where 1 is allowed: AgainCanary (AgainCanary.java:")
                .contains("PlaceCanary (PlaceCanary.java:");
        assertThat(build.budget(2, 250_000)
                        .serviceRow(CanariesFewCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void more_runs_than_the_budget_of_a_month_state_both_numbers_and_as_many_do_not() {
        CanaryBuild build = shop().main("canaries", good("PlaceCanary"), good("AgainCanary"))
                .budget(5, 86_399);
        PracticeResult row = build.codebaseRow(CanariesFewCheck.PRACTICE).orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found())
                .startsWith("2 canaries run 86,400 times a month, where 86,399 are allowed: AgainCanary")
                .contains("every 1m");
        assertThat(build.budget(5, 86_400)
                        .codebaseRow(CanariesFewCheck.PRACTICE)
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void runs_that_nobody_can_count_are_undecided() {
        PracticeResult row = shop().main("canaries", canary("PlaceCanary", "operation = \"place an order\"", test("")))
                .codebaseRow(CanariesFewCheck.PRACTICE)
                .orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).contains("at least 0 times", "how often PlaceCanary (PlaceCanary.java:");
    }

    @Test
    void a_recorded_canary_counts_and_its_rows_repeat_what_its_own_build_said() {
        CanaryBuild build = shop().recorded(recorded(
                "1m",
                new CanaryRecord.JudgedPractice(
                        "canary-asserts", Verdict.MET, "verifies an outcome (PlaceCanary.java:9)"),
                new CanaryRecord.JudgedPractice("canary-bounded", Verdict.VIOLATED, "no timeout")));

        assertThat(build.serviceRow(CanariesCheck.PRACTICE).verdict()).isEqualTo(Verdict.MET);
        assertThat(build.codebaseRow(CanariesFewCheck.PRACTICE).orElseThrow().found())
                .contains("1 canary runs 43,200");
        assertThat(build.row(CanaryAssertsCheck.PRACTICE)).satisfies(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.MET);
            assertThat(row.found()).startsWith("judged by its own module's build: met, verifies an outcome");
        });
        assertThat(build.row(CanaryBoundedCheck.PRACTICE)).satisfies(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(row.fix()).contains("in its own module, shop-canaries.jar");
        });
        assertThat(build.row(CanaryAlertsCheck.PRACTICE).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_canary_that_is_seen_as_a_class_and_in_a_record_is_one() {
        Report report = shop().main("canaries", good("PlaceCanary"))
                .recorded(recorded("1m", new CanaryRecord.JudgedPractice("canary-asserts", Verdict.VIOLATED, "old")))
                .judge(CanaryAssertsCheck.PRACTICE);

        assertThat(report.canaries())
                .filteredOn(result -> result.name().equals("com.acme.canaries.PlaceCanary"))
                .singleElement()
                .satisfies(result -> assertThat(
                                result.practice("canary-asserts").orElseThrow().verdict())
                        .isEqualTo(Verdict.MET));
    }

    @Test
    void a_canary_is_a_subject_of_its_own_with_label_module_and_waivers() {
        CanaryBuild build = shop().main("canaries", canary("PlaceCanary", test("client.get(\"/orders\");")))
                .waive(new Requirements.Waiver(
                        CanaryAssertsCheck.PRACTICE,
                        "com.acme.canaries.PlaceCanary",
                        List.of(),
                        "being written",
                        "shop-team",
                        Build.TODAY));
        Report report = build.judge(CanaryAssertsCheck.PRACTICE);

        assertThat(report.canaries())
                .filteredOn(result -> result.label().equals("PlaceCanary"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.module()).isEqualTo("canaries");
                    assertThat(result.practice("canary-asserts").orElseThrow().verdict())
                            .isEqualTo(Verdict.WAIVED);
                });
        assertThat(report.fails()).isFalse();
    }

    @Test
    void canaries_are_no_services_and_services_have_no_rows_of_canaries() {
        Report report = shop().main("canaries", good("PlaceCanary")).judge(CanaryAssertsCheck.PRACTICE);

        assertThat(report.canaries()).extracting(ServiceResult::label).containsExactly("PlaceCanary");
        assertThat(report.services())
                .extracting(ServiceResult::label, result -> result.practices().size())
                .containsExactly(tuple("OrderController", 0));
    }

    @Test
    void a_silent_canary_among_tests_is_judged_once() {
        CanaryBuild build = shop().test("shop", canary("PlaceCanary", test("client.get(\"/orders\");")));

        assertThat(build.judge(TestsAssertCheck.PRACTICE).fails()).isTrue();
        Report both = build.judge(TestsAssertCheck.PRACTICE, CanaryAssertsCheck.PRACTICE);
        assertThat(both.codebase()).noneMatch(row -> row.id().equals("tests-assert"));
        assertThat(both.fails()).isTrue();
    }

    @Test
    void a_canary_need_not_have_run() {
        Report report = shop().test("shop", good("PlaceCanary")).judge(CanariesCheck.PRACTICE);

        assertThat(report.codebase()).extracting(PracticeResult::id).containsExactly("canaries");
    }

    @Test
    void the_pyramid_counts_canaries_wherever_they_lie() {
        String pyramid = PyramidCheck.PRACTICE.id();
        assertThat(shop().test("shop", good("PlaceCanary"))
                        .main("canaries", good("AgainCanary"))
                        .judge(PyramidCheck.PRACTICE)
                        .codebase())
                .filteredOn(row -> row.id().equals(pyramid))
                .singleElement()
                .satisfies(row -> assertThat(row.found()).contains("canary 2 test methods"));
        assertThat(CanaryBuild.in(temp.resolve("2"))
                        .shop()
                        .recorded(recorded("1m"))
                        .judge(PyramidCheck.PRACTICE)
                        .codebase())
                .filteredOn(row -> row.id().equals(pyramid))
                .singleElement()
                .satisfies(row -> assertThat(row.found()).contains("canary 1 test methods"));
    }

    @Test
    void the_pyramid_does_not_count_the_proof_of_a_canary_as_one() {
        assertThat(shop().test("shop", good("PlaceCanary"), """
                        package com.acme.shop;
                        import org.junit.jupiter.api.*;
                        class ShopCanariesIT {
                            @TestFactory java.util.stream.Stream<DynamicNode> turn_red() {
                                return dev.andon.canary.CanaryProof.ofArtefacts().against(null).tests();
                            }
                        }
                        """)
                        .judge(PyramidCheck.PRACTICE)
                        .codebase())
                .filteredOn(row -> row.id().equals(PyramidCheck.PRACTICE.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.found()).contains("integration 0", "canary 1 test methods"));
    }

    @Test
    void a_canary_is_no_evidence_of_another_kind_of_test() {
        CanaryBuild build = shop().test("shop", canary("PlaceIT", test("client.get(\"/orders/1\").expectStatus(200);")))
                .ran("com.acme.canaries.PlaceIT");

        assertThat(build.serviceRow(IntegrationTestsCheck.PRACTICE).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(build.serviceRow(IntegrationTestsCheck.PRACTICE).found())
                .contains("among 0 integration test classes");
    }

    @Test
    void a_level_of_canaries_is_not_reached_without_any() {
        assertThat(Evaluation.of(shop().evidence(), Requirements.of(Set.of())).levelSummary())
                .contains("no level is reached yet");
    }
}

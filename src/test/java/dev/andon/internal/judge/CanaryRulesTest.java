package dev.andon.internal.judge;

import static dev.andon.internal.judge.CanaryBuild.canary;
import static dev.andon.internal.judge.CanaryBuild.good;
import static dev.andon.internal.judge.CanaryBuild.helper;
import static dev.andon.internal.judge.CanaryBuild.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.require.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fixture lies in a folder of its own: a build is compiled once for each row. */
class CanaryRulesTest {
    @TempDir
    Path temp;

    private int builds;

    private PracticeResult row(Practice practice, String... sources) {
        return CanaryBuild.in(temp.resolve("build" + builds++))
                .shop()
                .main("canaries", sources)
                .row(practice);
    }

    private void met(Practice practice, String... sources) {
        PracticeResult row = row(practice, sources);
        assertThat(row.verdict()).describedAs(row.found()).isEqualTo(Verdict.MET);
    }

    private String violated(Practice practice, String... sources) {
        PracticeResult row = row(practice, sources);
        assertThat(row.verdict()).describedAs(row.found()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.fix()).isNotEmpty();
        return row.found();
    }

    @Test
    void a_canary_that_checks_a_status_or_a_value_asserts() {
        met(CanaryAssertsCheck.PRACTICE, good("PlaceCanary"));
        met(
                CanaryAssertsCheck.PRACTICE,
                canary(
                        "PlaceCanary",
                        test("assertEquals(\"PLACED\", client.get(\"/orders/1\").json().text(\"/status\"));")));
        met(CanaryAssertsCheck.PRACTICE, canary("PlaceCanary", test("""
                        if (client.get("/orders/1").status() != 200) throw new CanaryStepError("no order");""")));
        met(
                CanaryAssertsCheck.PRACTICE,
                canary(
                        "PlaceCanary",
                        test("check(client.get(\"/orders/1\"));")
                                + "static void check(CanaryResponse answer) { answer.expectStatus(200); }"));
        met(
                CanaryAssertsCheck.PRACTICE,
                helper("class Check { static void that(boolean holds) { if (!holds) throw new AssertionError(); } }"),
                canary("PlaceCanary", test("Check.that(client.get(\"/orders/1\").status() == 200);")));
    }

    @Test
    void a_canary_that_only_asks_or_reads_asserts_nothing() {
        assertThat(violated(
                        CanaryAssertsCheck.PRACTICE,
                        canary("PlaceCanary", test("client.post(\"/orders\", \"{}\").json().text(\"/status\");"))))
                .isEqualTo("PlaceCanary.places (PlaceCanary.java:11) asserts nothing");
        assertThat(violated(CanaryAssertsCheck.PRACTICE, canary("PlaceCanary", "void places() {}")))
                .contains("PlaceCanary (PlaceCanary.java:", "has no test");
    }

    @Test
    void one_small_test_is_a_single_operation_also_with_set_up_and_clean_up_of_each_run() {
        met(
                CanarySingleOperationCheck.PRACTICE,
                canary(
                        "PlaceCanary",
                        "@BeforeEach void basket() {} @AfterEach void clean() {}\n"
                                + test("client.get(\"/orders\");")));
        met(
                CanarySingleOperationCheck.PRACTICE,
                canary(
                        "PlaceCanary",
                        test("client.get(\"/orders\");") + "@Disabled(\"SHOP-1\") @Test void later() {}"));
    }

    @Test
    void more_tests_repeated_and_nested_ones_are_more_than_one_operation() {
        assertThat(violated(
                        CanarySingleOperationCheck.PRACTICE,
                        canary("PlaceCanary", test("") + "@Test void cancels() {}")))
                .contains("it has 2 tests: ", "PlaceCanary.places (PlaceCanary.java:", "PlaceCanary.cancels");
        assertThat(violated(
                        CanarySingleOperationCheck.PRACTICE,
                        canary("PlaceCanary", "@RepeatedTest(3) void places() {}")))
                .startsWith("@RepeatedTest makes more than one test of PlaceCanary.places (PlaceCanary.java:");
        assertThat(violated(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", """
                        @org.junit.jupiter.params.ParameterizedTest
                        @org.junit.jupiter.params.provider.ValueSource(ints = {1, 2})
                        void places(int quantity) {}""")))
                .startsWith("@ParameterizedTest makes");
        assertThat(violated(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", """
                        @TestFactory List<DynamicTest> places() { return List.of(); }""")))
                .startsWith("@TestFactory makes");
        assertThat(violated(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", """
                        @Nested class Placed { @Test void places() {} @Test void cancels() {} }""")))
                .startsWith("it has 2 tests: ");
        assertThat(violated(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", """
                        @Nested class Placed { @RepeatedTest(2) void places() {} }""")))
                .startsWith("@RepeatedTest makes");
        assertThat(violated(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", """
                        @Nested @TestInstance(TestInstance.Lifecycle.PER_CLASS) class Placed {
                            @BeforeAll void once() {}
                            @Test void places() {}
                        }""")))
                .startsWith("@BeforeAll ");
    }

    @Test
    void one_nested_test_is_one() {
        met(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", """
                        @Nested class Placed { @Test void places() {} }"""));
    }

    @Test
    void a_canary_without_a_test_or_with_a_disabled_one_never_runs() {
        assertThat(violated(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", "int none() { return 0; }")))
                .contains("has no test");
        assertThat(violated(
                        CanarySingleOperationCheck.PRACTICE,
                        canary("PlaceCanary", "@Disabled(\"SHOP-1\") @Test void places() {}")))
                .startsWith("it never runs: PlaceCanary.places (PlaceCanary.java:");
    }

    @Test
    void a_condition_on_the_test_or_the_class_may_skip_the_canary() {
        String condition =
                "@org.junit.jupiter.api.condition.EnabledIfSystemProperty(named = \"ci\", matches = \"true\")\n";
        assertThat(violated(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", condition + test(""))))
                .startsWith("@EnabledIfSystemProperty (PlaceCanary.java:");
        assertThat(violated(
                        CanarySingleOperationCheck.PRACTICE,
                        canary("PlaceCanary", test("")).replace("@Canary(", condition + "@Canary(")))
                .startsWith("@EnabledIfSystemProperty (PlaceCanary.java:");
        met(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", "@Tag(\"slow\")\n" + test("")));
    }

    @Test
    void what_runs_once_for_all_runs_is_outside_of_them() {
        assertThat(violated(
                        CanarySingleOperationCheck.PRACTICE,
                        canary("PlaceCanary", "@BeforeAll static void once() {}\n" + test(""))))
                .startsWith("@BeforeAll once (PlaceCanary.java:");
    }

    @Test
    void the_bounds_on_lines_and_requests_hold_up_to_the_last_one() {
        String line = "assertNotNull(client);\n";
        met(
                CanarySingleOperationCheck.PRACTICE,
                canary("PlaceCanary", test(line.repeat(39).strip())));
        assertThat(violated(
                        CanarySingleOperationCheck.PRACTICE,
                        canary("PlaceCanary", test(line.repeat(40).strip()))))
                .contains("its test takes 41 lines (PlaceCanary.java:", "where 40 are allowed");

        String request = "client.get(\"/orders\"); ";
        met(CanarySingleOperationCheck.PRACTICE, canary("PlaceCanary", test(request.repeat(10))));
        assertThat(violated(
                        CanarySingleOperationCheck.PRACTICE,
                        canary(
                                "PlaceCanary",
                                test(request.repeat(10) + "more(client);")
                                        + "\nstatic void more(CanaryClient client) { client.get(\"/orders\"); }")))
                .contains("its test makes 11 requests");
    }

    private static String bounded(String attributes) {
        return canary("PlaceCanary", "operation = \"place an order\"" + attributes, test(""));
    }

    @Test
    void an_interval_a_shorter_timeout_and_a_still_shorter_degradation_bound_a_canary() {
        met(
                CanaryBoundedCheck.PRACTICE,
                bounded(", every = \"1m\", timeout = \"10s\", degradedAfter = \"2s\", retries = 1"));
        met(CanaryBoundedCheck.PRACTICE, bounded(", every = \"PT1M\", timeout = \"59s\""));
    }

    @Test
    void what_is_missing_malformed_or_too_long_is_named() {
        assertThat(violated(CanaryBoundedCheck.PRACTICE, bounded("")))
                .startsWith("@Canary on PlaceCanary (PlaceCanary.java:")
                .endsWith("): no every; no timeout");
        assertThat(violated(CanaryBoundedCheck.PRACTICE, bounded(", every = \"1 minute\", timeout = \"0s\"")))
                .contains("every = \"1 minute\" is not a duration", "timeout = \"0s\" is not a duration");
        assertThat(violated(CanaryBoundedCheck.PRACTICE, bounded(", every = \"1m\", timeout = \"60s\"")))
                .contains("timeout = 1m is not less than every = 1m");
        assertThat(violated(
                        CanaryBoundedCheck.PRACTICE,
                        bounded(", every = \"1m\", timeout = \"10s\", degradedAfter = \"10s\"")))
                .contains("degradedAfter = 10s is not less than timeout = 10s");
        assertThat(violated(CanaryBoundedCheck.PRACTICE, bounded(", every = \"1m\", timeout = \"10s\", retries = 5")))
                .contains("retries = 5, where 0 or 1 is allowed");
    }

    @Test
    void a_canary_that_ends_its_jvm_is_named_with_the_line_also_through_a_helper() {
        assertThat(violated(CanaryBoundedCheck.PRACTICE, canary("PlaceCanary", test("System.exit(1);"))))
                .isEqualTo("System.exit (PlaceCanary.java:11) ends the JVM that runs it");
        assertThat(violated(
                        CanaryBoundedCheck.PRACTICE,
                        helper("class Stop { static void now() { Runtime.getRuntime().halt(1); } }"),
                        canary("PlaceCanary", test("Stop.now();"))))
                .startsWith("Runtime.halt (Stop.java:");
        assertThat(violated(
                        CanaryBoundedCheck.PRACTICE,
                        canary("PlaceCanary", test("java.util.stream.IntStream.of(1).forEach(System::exit);"))))
                .startsWith("System.exit (PlaceCanary.java:11)");
        met(CanaryBoundedCheck.PRACTICE, canary("PlaceCanary", test("System.gc(); Runtime.getRuntime().gc();")));
    }

    /** In the build of the canary alone, which proves nothing. */
    private void alerts(String source) {
        PracticeResult row = CanaryBuild.in(temp.resolve("build" + builds++))
                .main("canaries", source)
                .row(CanaryAlertsCheck.PRACTICE);
        assertThat(row.verdict()).describedAs(row.found()).isEqualTo(Verdict.MET);
    }

    private static String alerting(String owner, String runbook, String tolerance) {
        return canary(
                "PlaceCanary",
                "operation = \"place an order\", owner = \"%s\", runbook = \"%s\", tolerance = \"%s\""
                        .formatted(owner, runbook, tolerance),
                test(""));
    }

    @Test
    void an_owner_a_runbook_at_a_url_and_a_tolerance_make_it_alert() {
        alerts(alerting("shop-team", "https://runbooks.acme.com/place", "3/5"));
        alerts(alerting("shop-team", "http://runbooks/place#red", "2 in a row"));
    }

    @Test
    void what_is_missing_of_an_alert_is_named_with_its_fix() {
        PracticeResult row = row(CanaryAlertsCheck.PRACTICE, alerting("", "", ""));

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found())
                .startsWith("@Canary on PlaceCanary (PlaceCanary.java:")
                .endsWith("): no owner; no runbook; no tolerance");
        assertThat(row.fix()).contains("owner = \"shop-team\"", "docs/runbooks/place.md", "tolerance = \"3/5\"");
    }

    @Test
    void a_tolerance_that_one_blip_trips_or_that_is_none_is_named() {
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "https://r.acme.com", "1/5")))
                .endsWith("tolerance = \"1/5\" pages on one failed run");
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "https://r.acme.com", "1 in a row")))
                .endsWith("pages on one failed run");
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "https://r.acme.com", "5/3")))
                .contains("tolerance = \"5/3\" is not a policy");
        alerts(alerting("o", "https://r.acme.com", "2/2"));
    }

    @Test
    void a_runbook_in_the_repository_must_be_a_file_of_the_module_or_the_repository() throws IOException {
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "docs/place.md", "3/5")))
                .contains("the runbook \"docs/place.md\" is not a file below ");

        Path repository = temp.resolve("build" + builds);
        Files.createDirectories(repository.resolve(".git"));
        Files.createDirectories(repository.resolve("docs"));
        Files.writeString(repository.resolve("docs/place.md"), "what to do");
        alerts(alerting("o", "docs/place.md#red", "3/5"));

        Path module = temp.resolve("build" + builds).resolve("canaries");
        Files.createDirectories(module);
        Files.writeString(module.resolve("place.md"), "what to do");
        alerts(alerting("o", "place.md", "3/5"));
    }

    @Test
    void a_runbook_outside_of_the_repository_or_of_another_scheme_is_none() throws IOException {
        Files.writeString(temp.resolve("place.md"), "not ours");
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "../../place.md", "3/5")))
                .contains("is not a file below");
        assertThat(violated(
                        CanaryAlertsCheck.PRACTICE,
                        alerting("o", temp.resolve("place.md").toString(), "3/5")))
                .contains("is an absolute path, which exists on one machine only");
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "ftp://r.acme.com/place", "3/5")))
                .contains("is not an http or https URL");
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "https:///place", "3/5")))
                .contains("is not an http or https URL");
        assertThat(violated(CanaryAlertsCheck.PRACTICE, alerting("o", "https://r.acme.com/a b", "3/5")))
                .contains("is not a well-formed URL");
    }

    @Test
    void an_annotation_of_the_user_s_own_makes_a_canary_and_a_superclass_does_not() {
        String own = """
                package com.acme.canaries;
                import java.lang.annotation.*;
                @dev.andon.Canary(operation = "place an order", every = "1m", timeout = "10s")
                @Retention(RetentionPolicy.RUNTIME)
                @interface ShopCanary {}
                """;
        met(CanaryBoundedCheck.PRACTICE, own, helper("@ShopCanary class PlaceCanary { @Test void places() {} }"));
        String base =
                helper("@Canary(operation = \"place an order\") abstract class PlaceCanary { @Test void places() {} }");
        assertThat(CanaryBuild.in(temp.resolve("abstract"))
                        .shop()
                        .main("canaries", base, helper("class Sub extends PlaceCanary {}"))
                        .judge(CanaryBoundedCheck.PRACTICE)
                        .services())
                .extracting(result -> result.name())
                .containsExactly("com.acme.shop.OrderController");
    }
}

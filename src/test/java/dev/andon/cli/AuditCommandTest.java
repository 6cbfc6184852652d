package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.andon.testing.BuiltProject;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {
    private static final String REST = """
            package org.springframework.web.bind.annotation;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) public @interface RestController {}
            """;
    private static final String CONTROLLER = """
            package com.acme.shop;
            @org.springframework.web.bind.annotation.RestController
            public class OrderController { public int total() { return 6; } }
            """;
    private static final String TEST = """
            package com.acme.shop;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import org.junit.jupiter.api.Test;
            class OrderControllerTest {
                @Test void totals() { assertEquals(6, new OrderController().total()); }
            }
            """;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path shop;

    @BeforeEach
    void pom() throws IOException {
        shop = Files.createDirectories(temp.resolve("shop"));
        Files.writeString(shop.resolve("pom.xml"), "<project><artifactId>shop</artifactId></project>");
    }

    private int audit() {
        return audit("--verbose");
    }

    private int audit(String... more) {
        List<String> arguments = new ArrayList<>(List.of("audit", shop.toString()));
        arguments.addAll(Arrays.asList(more));
        if (!arguments.contains("--out")) {
            arguments.addAll(List.of("--out", temp.resolve("report").toString()));
        }
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, arguments.toArray(String[]::new));
    }

    private void build(String... tests) {
        Path classes = Compiled.into(shop.resolve("target/classes"))
                .sources(List.of(REST, CONTROLLER))
                .compile();
        Compiled.into(shop.resolve("target/test-classes"))
                .classPath(classes)
                .sources(List.of(tests))
                .compile();
    }

    private void surefire(String results) throws IOException {
        Path reports = Files.createDirectories(shop.resolve("target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-com.acme.shop.OrderControllerTest.xml"), """
                <testsuite name="com.acme.shop.OrderControllerTest" tests="1">%s</testsuite>
                """.formatted(results));
    }

    @Test
    void a_project_that_never_heard_of_andon_is_judged_by_its_surefire_reports() throws IOException {
        build(TEST);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("OrderController  unit-tests         met (LINKED)")
                .contains("OrderController  integration-tests  violated")
                .contains("OrderController: integration-tests: no integration test reaches it")
                .contains("fix:      write OrderControllerIntegrationTest:");
        assertThat(temp.resolve("report/report.json")).exists();
    }

    @Test
    void without_details_each_service_is_one_line_and_each_cause_is_told_once() throws IOException {
        build(TEST);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");

        assertThat(audit("--out", temp.resolve("report").toString())).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("\\n  OrderController +violated: integration-tests; 3 met")
                .contains("integration-tests (violated) for module shop: OrderController", "fix: write ")
                .doesNotContain("OrderController  unit-tests");
    }

    @Test
    void its_own_readiness_class_says_what_is_asked_for() throws IOException {
        build(TEST, """
                package com.acme.shop;
                import dev.andon.*;
                @OperationalReadiness(level = Level.NONE)
                @RequireTests(kind = TestKind.UNIT)
                class ShopReadinessTest implements ReadinessChecks {}
                """);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");

        assertThat(audit()).isZero();
        assertThat(out.toString()).contains("1 service: 1 met").doesNotContain("OrderController  integration-tests");
    }

    @Test
    void reports_older_than_the_class_files_are_no_evidence() throws IOException {
        build(TEST);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");
        Files.setLastModifiedTime(
                shop.resolve("target/surefire-reports/TEST-com.acme.shop.OrderControllerTest.xml"),
                FileTime.from(Instant.now().minus(Duration.ofDays(3))));

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("has a result that is older by", "than the class files", "codebase         run-complete");
    }

    @Test
    void a_project_that_is_not_built_is_told_how() {
        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("is not built", "mvn verify").doesNotContain("at dev.andon");
    }

    @Test
    void a_malformed_waiver_is_misuse() {
        build(TEST, """
                package com.acme.shop;
                import dev.andon.*;
                @OperationalReadiness
                @Waive(practices = "unit-tests", reason = "r", owner = "o", until = "soon")
                class ShopReadinessTest implements ReadinessChecks {}
                """);

        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).startsWith("andon: @Waive(until = soon)");
    }

    @Test
    void a_truncated_class_file_is_misuse() throws IOException {
        build(TEST);
        Path file = shop.resolve("target/classes/com/acme/shop/OrderController.class");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 30));

        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("OrderController.class", "cannot be read");
    }

    @Test
    void a_report_that_cannot_be_written_is_misuse() throws IOException {
        build(TEST);
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThat(audit("--out", file.resolve("below").toString())).isEqualTo(2);
    }

    @Test
    void a_gradle_build_that_ran_no_test_is_told_so_once() throws IOException {
        Files.delete(shop.resolve("pom.xml"));
        Files.writeString(shop.resolve("build.gradle"), "");
        Path classes = Compiled.into(shop.resolve("build/classes/java/main"))
                .sources(List.of(REST, CONTROLLER))
                .compile();
        Compiled.into(shop.resolve("build/classes/java/test"))
                .classPath(classes)
                .source(TEST)
                .compile();

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .containsOnlyOnce("no ledger and no report of this build names any of its 1 test class")
                .containsOnlyOnce("no test result in shop: run `gradle check` in it, then audit it again")
                .contains(
                        "OrderControllerTest.java:4) exists, but never runs: no task of this build left a result for it")
                .doesNotContain("Surefire")
                .contains("codebase         run-complete       undecided");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_maven_build_that_ran_no_test_is_told_how() {
        build(TEST);

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).containsOnlyOnce("no test result in shop: run `mvn verify` in it");
    }

    @Test
    void a_truncated_report_is_named_once_and_the_others_count() throws IOException {
        build(TEST);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");
        Path broken = shop.resolve("target/surefire-reports/TEST-com.acme.shop.OtherTest.xml");
        Files.writeString(broken, "<testsuite name='com.acme.shop.OtherTest'><testcase na");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("codebase         run-complete       undecided")
                .containsOnlyOnce("The report " + broken + " cannot be read")
                .contains("OrderController  unit-tests         met")
                .doesNotContain("Exception", "\tat ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_truncated_exec_file_is_named_and_judged_without() throws IOException {
        build(TEST);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");
        Path exec = shop.resolve("target/jacoco.exec");
        BuiltProject.in(shop)
                .later(3599)
                .classes("target/classes", REST, CONTROLLER)
                .later(1)
                .executed("", "com.acme.shop.OrderControllerTest", "com.acme.shop.OrderController");
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");
        audit();
        assertThat(out.toString()).contains("OrderController  unit-tests         met (EXECUTED)");
        byte[] whole = Files.readAllBytes(exec);
        Files.write(exec, Arrays.copyOf(whole, whole.length - 3));
        out.getBuffer().setLength(0);

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("OrderController  unit-tests         met (LINKED)")
                .containsOnlyOnce("The coverage data in " + exec + " is damaged: it ends in the middle of a record")
                .doesNotContain("Exception", "\tat ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void an_exec_file_of_an_earlier_build_is_named_where_links_are_judged_without_it() throws IOException {
        BuiltProject.in(shop)
                .classes("target/classes", REST, CONTROLLER)
                .executed("", "com.acme.shop.OrderControllerTest", "com.acme.shop.OrderController");
        build(TEST);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("OrderController  unit-tests         met (LINKED)")
                .containsOnlyOnce("Data of an earlier build is not counted, in " + shop.resolve("target/jacoco.exec"));
    }

    @Test
    void a_threshold_on_a_truncated_exec_file_is_undecided() throws IOException {
        build(TEST, """
                package com.acme.shop;
                import dev.andon.*;
                @OperationalReadiness(level = Level.NONE)
                @RequireCoverage(line = 0.8)
                class ShopReadinessTest implements ReadinessChecks {}
                """);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");
        Files.write(shop.resolve("target/jacoco.exec"), new byte[] {1, (byte) 0xC0, (byte) 0xC0, 16, 7, 16, 0});

        assertThat(audit()).isEqualTo(3);
        assertThat(out.toString())
                .contains("OrderController  coverage  undecided")
                .contains("is damaged")
                .doesNotContain("\tat ");
    }

    @Test
    void a_baseline_is_recorded_applied_and_shrunk_on_demand_alone() throws IOException {
        assumeThat(System.getenv("CI")).as("refused on a build server").isNull();
        build(TEST, CONTEXT_LOADS);
        surefire("<testcase name='totals' classname='com.acme.shop.OrderControllerTest' time='0.01'/>");
        Path file = shop.resolve("andon-baseline.txt");

        assertThat(audit()).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(audit("--baseline", "create")).isZero();
        assertThat(file).content().contains("integration-tests | com.acme.shop.OrderController | no-test | ");
        assertThat(audit()).isZero();

        String more = Files.readString(file)
                .replace("# end", "unit-tests | com.acme.shop.OrderController | no-test | 2026-01-01\n# end");
        Files.writeString(file, more);
        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).contains("1 recorded violation is fixed: unit-tests | ", "--baseline update");
        assertThat(file).hasContent(more);
        assertThat(audit("--baseline", "update")).isZero();
        assertThat(file).content().doesNotContain("unit-tests");

        Files.writeString(file, more.substring(0, more.length() - 20));
        assertThat(audit()).isEqualTo(2);
        assertThat(audit("--baseline", "grow")).isEqualTo(2);
    }

    private static final String CONTEXT_LOADS = """
            package com.acme.shop;
            class OtherTest { @org.junit.jupiter.api.Test void contextLoads() {} }
            """;

    private static final String READINESS = """
            package com.acme.shop;
            import dev.andon.*;
            @OperationalReadiness(packages = "com.acme.shop", level = Level.NONE)
            @RequireCanaries
            @KeyOperation(name = "total an order", services = OrderController.class)
            class ShopReadinessTest implements ReadinessChecks {}
            """;
    private static final String CANARY = """
            package com.acme.canaries;
            @dev.andon.Canary(operation = "total an order", every = "1m", timeout = "10s")
            class TotalCanary {
                @org.junit.jupiter.api.Test void totals() {}
            }
            """;

    @Test
    void canaries_of_a_module_beside_the_service_are_judged_by_their_classes_and_nothing_is_written()
            throws IOException {
        build(READINESS);
        Path canaries = Files.createDirectories(shop.resolve("canaries"));
        Files.writeString(canaries.resolve("pom.xml"), "<project><artifactId>shop-canaries</artifactId></project>");
        Files.writeString(
                shop.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>shop</artifactId>"
                        + "<version>1</version><modules><module>canaries</module></modules></project>");
        Path classes =
                Compiled.into(canaries.resolve("target/classes")).source(CANARY).compile();

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("Andon: 1 service, 1 canary: ")
                .containsPattern("OrderController +canaries +met")
                .containsPattern("TotalCanary +canary-bounded +met")
                .containsPattern("TotalCanary +canary-asserts +violated")
                .contains("TotalCanary: canary-detects-failure: ", "was never proven in this build");
        assertThat(classes.resolve("META-INF")).doesNotExist();
    }
}

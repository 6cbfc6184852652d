package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.OperationalReadinessError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class ReadinessClassTest {
    private static final String UNITS = """
            @OperationalReadiness(includeServices = "com.acme..*Service", level = Level.NONE)
            @RequireTests(kind = TestKind.UNIT)
            """;

    @TempDir
    Path module;

    private ReadinessProject shop() {
        return new ReadinessProject(module).shop();
    }

    @Test
    void each_service_and_practice_is_a_test_of_that_name_and_says_what_is_missing() {
        EngineExecutionResults results = shop().readiness(UNITS).compile().run();

        assertThat(results.testEvents().finished().stream())
                .extracting(Event::getTestDescriptor)
                .extracting(descriptor -> descriptor.getDisplayName())
                .containsExactly("OrderService: unit-tests", "codebase: run-complete");
        // What hangs on the run is skipped: one cause, one failed test.
        assertThat(ReadinessProject.failures(results.testEvents().failed().stream()))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty())
                .extracting(Throwable::getMessage)
                .asString()
                .contains("service:  the whole code base", "practice: run-complete", "run incomplete", "fix:");
        results.testEvents().assertStatistics(events -> events.failed(1).aborted(1));
    }

    @Test
    void the_report_tells_the_same() throws IOException {
        shop().readiness(UNITS).compile().run();

        assertThat(Files.readString(module.resolve("target/andon/report.json")))
                .contains("\"schemaVersion\":1", "com.acme.shop.OrderService", "\"verdict\":\"undecided\"");
    }

    @Test
    void report_only_reports_without_failing() {
        EngineExecutionResults results = shop().readiness(UNITS)
                .parameter("andon.report-only", "true")
                .compile()
                .run();

        results.testEvents().assertStatistics(events -> events.failed(0).aborted(2));
    }

    @Test
    void switched_off_it_skips_visibly() throws IOException {
        EngineExecutionResults results = shop().readiness(UNITS)
                .parameter("andon.enabled", "false")
                .compile()
                .run();

        results.testEvents()
                .assertStatistics(events -> events.failed(0).aborted(1).succeeded(0));
        assertThat(Files.readString(module.resolve("target/andon/report.json"))).contains("\"enabled\":false");
    }

    @Test
    void a_parameter_takes_the_readiness_and_assertions_ask_it() {
        EngineExecutionResults results = shop().readiness(UNITS, """
                {
                    @Test
                    void asks(Readiness readiness) {
                        assertThat(readiness).service(OrderService.class).hasTests(TestKind.UNIT);
                    }
                    @Test
                    void asks_for_all(Readiness readiness) {
                        dev.andon.assertj.ReadinessSoftAssertions.assertSoftly(softly -> {
                            softly.assertThat(readiness).service(OrderService.class).hasTests(TestKind.UNIT);
                            softly.assertThat(readiness).service(OrderService.class).hasTests(TestKind.INTEGRATION);
                        });
                    }
                }
                """).compile().run();

        assertThat(ReadinessProject.failures(results.testEvents().finished().stream()))
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message).startsWith("OrderService: unit-tests is undecided"))
                .anySatisfy(message -> assertThat(message)
                        .contains(
                                "OrderService: unit-tests is undecided",
                                "OrderService: integration-tests is violated"));
    }

    @Test
    void a_package_that_matches_no_class_is_named_with_those_that_there_are() {
        assertThat(shop().readiness("@OperationalReadiness(packages = \"com.acme.shpo\")")
                        .misuse())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("package com.acme.shpo matches no production class")
                .hasMessageContaining("com.acme.shop;");
    }

    @Test
    void a_readiness_class_in_a_module_without_production_classes_is_told_to_move() {
        assertThat(new ReadinessProject(module)
                        .readiness("@OperationalReadiness(packages = \"com.acme.shop\")")
                        .misuse())
                .hasMessageContaining("compiles no production class at all: move the readiness class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException(\"no\\u001b idea\");",
                "return isService(type);",
                "throw new NoClassDefFoundError(\"com/acme/Gone\");"
            })
    void an_unexpected_error_is_one_message_whose_trace_is_in_a_file(String body) {
        Throwable failure = shop().test("""
                        package com.acme.shop;
                        public class Everything implements dev.andon.ServiceConvention {
                            public boolean isService(Candidate type) { %s }
                        }
                        """.formatted(body))
                .readiness("@OperationalReadiness(conventions = Everything.class)")
                .misuse();

        assertThat(failure).isInstanceOf(OperationalReadinessError.class).hasNoCause();
        assertThat(failure.getStackTrace()).isEmpty();
        assertThat(failure.getMessage().lines()).hasSize(2);
        assertThat(failure)
                .hasMessageContaining("Andon could not judge the build")
                .hasMessageContaining("error.txt")
                .hasMessageNotContaining("\u001b");
        assertThat(module.resolve("target/andon/error.txt"))
                .content()
                .contains("at com.acme.shop.Everything.isService");
    }

    @Test
    void no_service_at_all_is_an_error() {
        assertThat(shop().main("package com.acme.shop; class Money {}")
                        .readiness("@OperationalReadiness(excludeServices = \"com.acme..*\")")
                        .misuse())
                .hasMessageContaining("no service found below com.acme.shop")
                .hasMessageContaining("includeServices");
    }

    @Test
    void a_pattern_that_matches_no_class_is_an_error_though_other_services_are_found() {
        assertThat(shop().readiness("""
                        @OperationalReadiness(includeServices = {"com.acme..*Service", "com.acme..*Sevrice"})
                        """).misuse())
                .hasMessageContaining("@OperationalReadiness(includeServices = \"com.acme..*Sevrice\")")
                .hasMessageContaining("matches no production class");
    }

    @Test
    void coverage_required_of_what_does_not_exist_is_a_violation() {
        EngineExecutionResults results = shop().readiness("""
                        @OperationalReadiness(includeServices = "com.acme..*Service", level = Level.NONE)
                        @RequireCoverage(line = 0.1, packages = "com.acme.shpo", services = String.class)
                        """).compile().run();

        assertThat(ReadinessProject.failures(results.testEvents().finished().stream()))
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message)
                        .contains("names what this build does not have")
                        .contains("service java.lang.String", "package com.acme.shpo"));
    }

    @Test
    void two_readiness_classes_name_each_other() {
        assertThat(shop().readiness(UNITS).test("""
                        package com.acme.shop;
                        import dev.andon.*;
                        @OperationalReadiness
                        class OtherReadinessTest implements ReadinessChecks {}
                        """).misuse())
                .hasMessageContaining("there are 2 readiness classes")
                .hasMessageContaining("OtherReadinessTest")
                .hasMessageContaining("ShopReadinessTest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@OperationalReadiness(level = NONE) -> @OperationalReadiness(level = Level.NONE)",
                "@RequireTests(kind = ANY) -> @OperationalReadiness @RequireTests(kind = TestKind.ANY)",
                "@RequirePractice(value = coverage) -> @OperationalReadiness @RequirePractice(Practices.COVERAGE)",
                "@ExemptPractice(practices = pyramid) -> @OperationalReadiness @ExemptPractice("
                        + "practices = Practices.PYRAMID, packages = \"com.acme\", reason = \"r\", owner = \"o\")",
                "@Waive(tests = [java.lang.String]) -> @OperationalReadiness @Waive(practices = Practices.TESTS_ENABLED,"
                        + " services = String.class, tests = String.class, reason = \"r\", owner = \"o\","
                        + " until = \"2027-03-31\")",
                "@KeyOperation(route = /orders) -> @OperationalReadiness @KeyOperation(name = \"n\", route = \"/orders\")"
            })
    void misuse_names_annotation_and_attribute_before_any_check_runs(String misuse) {
        String[] messageAndAnnotations = misuse.split(" -> ");

        assertThat(shop().readiness(messageAndAnnotations[1]).misuse())
                .hasMessageStartingWith(messageAndAnnotations[0] + " on com.acme.shop.ShopReadinessTest: ");
    }

    @Test
    void a_malformed_date_names_annotation_attribute_and_form() {
        assertThat(shop().readiness("""
                        @OperationalReadiness
                        @Waive(practices = "unit-tests", reason = "r", owner = "o", until = "31.12.2027")
                        """).misuse())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("@Waive(until = 31.12.2027)")
                .hasMessageContaining("yyyy-MM-dd");
    }

    @Test
    void an_unknown_key_names_the_nearest() {
        System.setProperty("andon.report-olny", "true");
        try {
            assertThat(shop().readiness(UNITS).misuse())
                    .hasMessageContaining("unknown configuration parameter andon.report-olny")
                    .hasMessageContaining("did you mean andon.report-only?");
        } finally {
            System.clearProperty("andon.report-olny");
        }
    }

    @Test
    void the_version_of_andon_is_no_key() {
        System.setProperty("andon.version", "0.1.0");
        try {
            shop().readiness(UNITS).compile().run().testEvents().assertStatistics(events -> events.started(2));
        } finally {
            System.clearProperty("andon.version");
        }
    }

    @Test
    void a_truncated_class_file_is_named() throws IOException {
        ReadinessProject project = shop().main("package com.acme.shop; class Money {}")
                .readiness(UNITS)
                .compile();
        Path file = project.classes().resolve("com/acme/shop/Money.class");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 40));

        assertThat(ReadinessProject.failures(project.run().containerEvents().finished().stream()))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("Money.class", "cannot be read");
    }

    @Test
    void an_interface_without_the_annotation_says_so() {
        assertThat(shop().readiness("").misuse()).hasMessageContaining("add @OperationalReadiness");
    }

    @Test
    void misuse_shows_no_frames_of_ours() {
        assertThat(shop().readiness("@OperationalReadiness(packages = \"no.where\")")
                        .misuse()
                        .getStackTrace())
                .isEmpty();
    }
}

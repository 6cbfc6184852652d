package dev.andon.internal.audit;

import static dev.andon.testing.Sources.UNIT_TESTS_OF_ALL;
import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static dev.andon.testing.Sources.readiness;
import static dev.andon.testing.Sources.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.Evidence;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules each hold {@code com.acme.shared.Api}, which no class path holds twice but for that of one test. */
class AuditOfDuplicateNamesTest {
    private static final String API = "com.acme.shared.Api";

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void twoModules() {
        project = BuiltProject.twoModules(temp)
                .main("till", controller("shared", "Api"))
                .main("stock", controller("shared", "Api").replace("return 6", "return 3 + 4"));
    }

    private BuiltProject bothTested() {
        return project.test("till", test("shared", "Api")).test("stock", test("shared", "Api"));
    }

    @Test
    void the_test_of_one_module_does_not_count_for_the_same_name_in_another() {
        project.test("till", test("shared", "Api")).passed("till", "surefire", API + "Test", "totals");

        Report report = Audit.of(temp, false);

        assertThat(report.services()).extracting(ServiceResult::label).containsExactly("Api (stock)", "Api (till)");
        assertThat(cell(report, "Api (till)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Api (stock)", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).startsWith("duplicate names in several modules: " + API));
    }

    @Test
    void a_run_in_one_module_does_not_count_for_the_same_name_in_another() {
        bothTested().passed("stock", "surefire", API + "Test", "totals");

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Api (till)", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(cell(report, "Api (stock)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void what_one_module_runs_is_seen_of_its_own_class_alone() {
        bothTested()
                .later(10)
                .passed("till", "surefire", API + "Test", "totals")
                .executed("till", API + "Test", API)
                .passed("stock", "surefire", API + "Test", "totals");

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Api (till)", "unit-tests").evidence()).isEqualTo(Evidence.EXECUTED);
        assertThat(cell(report, "Api (stock)", "unit-tests").evidence()).isEqualTo(Evidence.LINKED);
    }

    @Test
    void both_are_met_by_tests_of_their_own() {
        bothTested()
                .passed("till", "surefire", API + "Test", "totals")
                .passed("stock", "surefire", API + "Test", "totals");

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Api (till)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Api (stock)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
    }

    private static final String DEPENDENCY =
            "<dependency><groupId>com.acme</groupId><artifactId>%s</artifactId><version>1</version></dependency>";

    private Report reportOfTestsBeside(String... modules) {
        String dependencies = Stream.of(modules).map(DEPENDENCY::formatted).collect(Collectors.joining());
        project.pom(
                        "",
                        "<packaging>pom</packaging><modules><module>till</module><module>stock</module>"
                                + "<module>beside</module></modules>")
                .pom("beside", "<dependencies>" + dependencies + "</dependencies>")
                .test("beside", test("shared", "Api"))
                .passed("beside", "surefire", API + "Test", "totals");
        return Audit.of(temp, false);
    }

    @Test
    void the_tests_of_a_third_module_count_for_the_class_that_they_load() {
        Report report = reportOfTestsBeside("stock");

        assertThat(cell(report, "Api (till)", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(cell(report, "Api (stock)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void of_two_on_their_class_path_they_load_the_first() {
        Report report = reportOfTestsBeside("till", "stock");

        assertThat(cell(report, "Api (till)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Api (stock)", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_readiness_class_judges_the_service_on_its_class_path_and_the_other_is_noted() {
        project.test("till", test("shared", "Api"), readiness("shared", "Till", UNIT_TESTS_OF_ALL))
                .test("stock", test("shared", "Api"))
                .passed("stock", "surefire", API + "Test", "totals");

        Report report = Audit.of(temp, false);

        assertThat(report.services()).extracting(ServiceResult::module).containsExactly("till");
        assertThat(cell(report, "Api", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(report.notes()).anySatisfy(note -> assertThat(note)
                .contains("judged by no readiness class: " + API + " (module stock)"));
    }

    @Test
    void on_one_class_path_the_one_that_comes_second_is_reached_by_nobody() {
        project.pom("stock", """
                        <dependencies><dependency><groupId>com.acme</groupId><artifactId>till</artifactId>
                        <version>1</version></dependency></dependencies>""")
                .test("stock", test("shared", "Api"), readiness("shared", "Stock", UNIT_TESTS_OF_ALL))
                .test("till", readiness("shared", "Till", UNIT_TESTS_OF_ALL))
                .passed("stock", "surefire", API + "Test", "totals");

        Report report = Audit.of(temp, false);

        assertThat(report.services().stream()
                        .filter(service -> service.practices().get(0).verdict().fails())
                        .map(ServiceResult::label))
                .containsExactly("Api (till)", "Api");
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).contains("is hidden by the class of the same name"));
    }

    @Test
    void tests_of_one_name_and_no_service_are_misuse() {
        String plain = "package com.acme.shared; public class Api { public int total() { return 6; } }";
        BuiltProject none = BuiltProject.twoModules(temp.resolve("plain"))
                .main("till", plain)
                .main("stock", plain)
                .test("till", test("shared", "Api"))
                .test("stock", test("shared", "Api"));

        assertThatThrownBy(() -> Audit.of(none.folder(), false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no service found");
    }
}

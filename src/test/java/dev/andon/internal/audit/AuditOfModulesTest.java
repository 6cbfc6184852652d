package dev.andon.internal.audit;

import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static dev.andon.testing.Sources.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditOfModulesTest {

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void twoModules() {
        project = BuiltProject.twoModules(temp);
    }

    private void build(String module, String name) {
        project.main(module, controller(module, name)).test(module, test(module, name));
    }

    private void run(String module, String name) {
        String test = "com.acme." + module + "." + name + "Test";
        project.passed(module, "surefire", test, "totals").executed(module, test, "com.acme." + module + "." + name);
    }

    @Test
    void coverage_of_a_module_counts_though_another_was_built_after_it_ran() {
        build("till", "Till");
        project.later(10);
        run("till", "Till");
        project.later(10);
        build("stock", "Stock");
        project.later(10);
        run("stock", "Stock");

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Stock", "unit-tests").evidence()).isEqualTo(Evidence.EXECUTED);
        assertThat(cell(report, "Till", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Till", "unit-tests").evidence()).isEqualTo(Evidence.EXECUTED);
    }

    @Test
    void coverage_older_than_its_own_module_does_not_count() {
        build("till", "Till");
        project.later(-10).executed("till", "com.acme.till.TillTest", "com.acme.till.Till");
        project.later(20).passed("till", "surefire", "com.acme.till.TillTest", "totals");

        assertThat(cell(Audit.of(temp, false), "Till", "unit-tests").evidence()).isEqualTo(Evidence.LINKED);
    }

    @Test
    void the_ledger_is_read_where_the_project_says_that_it_is_written() {
        build("till", "Till");
        project.file("till/target/test-classes/junit-platform.properties", "andon.output = out")
                .later(10)
                .file("till/out/ledger/0-a.jsonl", """
                        {"v":1,"build":"b","class":"com.acme.till.TillTest","hash":"","outcome":"SUCCESSFUL",\
                        "reason":"","finished":"%s","tests":[{"id":"",\
                        "class":"com.acme.till.TillTest","method":"totals","outcome":"SUCCESSFUL","millis":1}]}
                        """.formatted(Instant.now()));

        assertThat(cell(Audit.of(temp, false), "Till", "unit-tests").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void another_set_of_tests_may_be_compiled_after_the_unit_tests_ran() {
        BuiltProject gradle = BuiltProject.in(temp.resolve("gradle"))
                .file("build.gradle", "")
                .classes("build/classes/java/main", controller("till", "Till"))
                .classes("build/classes/java/test", test("till", "Till"))
                .later(10)
                .file("build/test-results/test/TEST-com.acme.till.TillTest.xml", """
                        <testsuite name="com.acme.till.TillTest"><testcase name="totals()"
                        classname="com.acme.till.TillTest" time="0.1"/></testsuite>""")
                .later(10)
                .classes("build/classes/java/integrationTest", "package com.acme.till; class Nothing {}");

        assertThat(cell(Audit.of(gradle.folder(), false), "Till", "unit-tests").verdict())
                .isEqualTo(Verdict.MET);

        gradle.later(10).classes("build/classes/java/main", controller("till", "Till"));
        assertThat(cell(Audit.of(gradle.folder(), false), "Till", "unit-tests").verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    private void specification(String module) {
        project.library("package spock.lang; public class Specification {}")
                .test(module, "package com.acme." + module + "; class ShopSpec extends spock.lang.Specification {}")
                .later(10)
                .passed(module, "surefire", "com.acme." + module + ".ShopSpec", "buys");
    }

    @Test
    void tests_of_an_engine_leave_services_undecided_of_modules_that_theirs_depends_on_alone() {
        project.main("till", controller("till", "Till")).main("stock", controller("stock", "Stock"));
        specification("till");

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Till", "unit-tests").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(cell(report, "Stock", "unit-tests").finding()).isEqualTo("no-test");
    }

    @Test
    void tests_of_an_engine_in_a_module_of_tests_alone_may_reach_every_service() {
        project.main("till", controller("till", "Till"));
        specification("stock");

        assertThat(cell(Audit.of(temp, false), "Till", "unit-tests").verdict()).isEqualTo(Verdict.UNDECIDED);
    }
}

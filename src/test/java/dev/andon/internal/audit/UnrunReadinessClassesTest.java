package dev.andon.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.testing.BuiltProject;
import dev.andon.testing.Sources;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A readiness class that never judges is a violation, and so is a service that it leaves out unseen. */
class UnrunReadinessClassesTest {
    private static final String JUDGED = "@OperationalReadiness(packages = \"com.acme.till\")";

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void build() {
        project = BuiltProject.in(temp)
                .pom("", "")
                .main("", Sources.controller("till", "Till"))
                .test("", Sources.test("till", "Till"))
                .later(10)
                .passed("", "surefire", "com.acme.till.TillTest", "totals");
    }

    private void readiness(String declaration) {
        project.later(-10)
                .test(
                        "",
                        "package com.acme.till;\nimport dev.andon.*;\nimport org.junit.jupiter.api.*;\n" + declaration)
                .later(10);
    }

    private Optional<PracticeResult> codebase(String id) {
        return Sources.codebase(Audit.of(temp, new LocalRepository(temp.resolve("repository")), false), id);
    }

    private void assertNeverRuns(String because) {
        assertThat(codebase("run-complete")).hasValueSatisfying(result -> {
            assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(result.finding()).isEqualTo("readiness-never-runs");
            assertThat(result.found()).contains("com.acme.till.TillReadiness", because);
        });
    }

    private void assertRuns() {
        assertThat(codebase("run-complete")).isEmpty();
    }

    private void pom(String configuration) {
        project.pom(
                "",
                "<build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><configuration>" + configuration
                        + "</configuration></plugin></plugins></build>");
    }

    @Test
    void one_that_surefire_runs_is_fine() {
        readiness(JUDGED + " class TillReadinessTest implements ReadinessChecks {}");
        assertRuns();
    }

    @Test
    void no_pattern_matches_its_name() {
        readiness(JUDGED + " class TillReadiness implements ReadinessChecks {}");
        assertNeverRuns("no plugin execution includes it");
    }

    @Test
    void an_exclude_a_tag_or_a_skip_leaves_it_out() {
        readiness(JUDGED + " class TillReadinessTest implements ReadinessChecks {}");

        pom("<excludes><exclude>**/*ReadinessTest.java</exclude></excludes>");
        assertNeverRuns("excludes it by the pattern");

        pom("<excludedGroups>operational-readiness</excludedGroups>");
        assertNeverRuns("excludedGroups operational-readiness");

        pom("<skipTests>true</skipTests>");
        assertNeverRuns("is skipped by skipTests");

        pom("<includes><include>**/*TillTest.java</include></includes>");
        assertNeverRuns("no plugin execution includes it");

        pom("<groups>fast</groups>");
        assertNeverRuns("runs the groups fast alone");
    }

    @Test
    void an_execution_of_its_own_that_its_tag_selects_runs_it() {
        readiness(JUDGED + " class TillReadinessTest implements ReadinessChecks {}");
        project.pom("", """
                <build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><executions>
                <execution><id>default-test</id><configuration><excludedGroups>operational-readiness</excludedGroups></configuration></execution>
                <execution><id>readiness</id><phase>verify</phase><goals><goal>test</goal></goals>
                <configuration><groups>operational-readiness</groups></configuration></execution>
                </executions></plugin></plugins></build>""");
        assertRuns();
    }

    @Test
    void it_has_tests_of_its_own_and_checks_nothing() {
        readiness(JUDGED + " class TillReadinessTest { @Test void ready() {} }");
        assertNeverRuns("checks nothing");
    }

    @Test
    void one_that_takes_a_readiness_or_asks_for_one_in_code_is_fine() {
        readiness(JUDGED + " class TillReadinessTest { @Test void ready(Readiness readiness) {} }");
        assertRuns();
        readiness(JUDGED
                + " class TillReadinessTest { @Test void ready() { Readiness.of(\"com.acme.till\").check(); } }");
        assertRuns();
    }

    @Test
    void it_is_abstract_and_nobody_extends_it() {
        readiness(JUDGED + " abstract class TillReadinessBase implements ReadinessChecks {}");
        assertNeverRuns("is abstract");

        project.later(-10).test("", "package com.acme.till; class TillReadinessTest extends TillReadinessBase {}");
        assertRuns();
    }

    @Test
    void it_lies_among_the_production_classes() {
        project.later(-10)
                .main(
                        "",
                        "package com.acme.till; import dev.andon.*; " + JUDGED
                                + " public class TillReadinessTest implements ReadinessChecks {}")
                .later(10);
        assertNeverRuns("lies among the production classes");
    }

    @Test
    void a_service_of_its_module_lies_outside_of_the_judged_packages() {
        project.later(-10).main("", Sources.controller("refund", "Refund")).later(10);
        readiness(JUDGED + " class TillReadinessTest implements ReadinessChecks {}");

        assertThat(codebase("packages")).hasValueSatisfying(result -> {
            assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(result.found()).contains("com.acme.refund.Refund");
            assertThat(result.fix()).contains("\"com.acme.refund\"");
        });
    }

    @Test
    void one_that_is_excluded_on_purpose_or_judged_by_another_readiness_class_is_not_outside() {
        project.later(-10).main("", Sources.controller("refund", "Refund")).later(10);
        readiness("@OperationalReadiness(packages = \"com.acme.till\", excludeServices = \"com.acme.refund..*\")"
                + " class TillReadinessTest implements ReadinessChecks {}");
        assertThat(codebase("packages")).isEmpty();

        readiness(JUDGED + " class TillReadinessTest implements ReadinessChecks {}");
        project.later(-10)
                .test(
                        "",
                        Sources.readiness("refund", "Refund", "@OperationalReadiness(packages = \"com.acme.refund\")"))
                .later(10);
        assertThat(codebase("packages")).isEmpty();
    }

    @Test
    void what_exclude_services_leaves_out_of_the_judged_packages_is_named() {
        project.later(-10).main("", Sources.controller("till.old", "Legacy")).later(10);
        readiness("@OperationalReadiness(packages = \"com.acme.till\", excludeServices = \"com.acme.till.old..*\")"
                + " class TillReadinessTest implements ReadinessChecks {}");

        assertThat(Audit.of(temp, false).notes()).anySatisfy(note -> assertThat(note)
                .contains("left out by excludeServices", "com.acme.till.old.Legacy"));
    }
}

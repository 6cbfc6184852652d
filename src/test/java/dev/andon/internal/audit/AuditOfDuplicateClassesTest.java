package dev.andon.internal.audit;

import static dev.andon.testing.Sources.codebase;
import static dev.andon.testing.Sources.controller;
import static dev.andon.testing.Sources.readiness;
import static dev.andon.testing.Sources.test;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production classes of one name: in several modules, in two folders of one, or in a place that is not theirs. */
class AuditOfDuplicateClassesTest {
    private static final String COVERAGE =
            "@OperationalReadiness(packages = \"com.acme\", level = Level.NONE) @RequireCoverage(line = 1.0)";

    private static String rounding(String body) {
        return "package com.acme.shared; public class Rounding { public int round() { return " + body + "; } }";
    }

    @TempDir
    Path temp;

    /** The row of the whole code base. */
    private PracticeResult coverage() {
        return codebase(Audit.of(temp, false), "coverage").orElseThrow();
    }

    @Test
    void class_files_that_hold_a_class_of_another_name_disturb_nothing() throws IOException {
        BuiltProject project = BuiltProject.in(temp)
                .pom("", "")
                .main("", controller("till", "Till"))
                .classes("target/old", rounding("3"))
                .main("", rounding("7"));
        Path old = temp.resolve("target/old/com/acme/shared/Rounding.class");
        Files.copy(old, temp.resolve("target/classes/com/acme/till/Till$Copy.class"), COPY_ATTRIBUTES);
        Files.copy(old, temp.resolve("target/classes/com/acme/till/Old.class"), COPY_ATTRIBUTES);
        project.test("", test("till", "Till"), readiness("till", "Till", COVERAGE))
                .passed("", "surefire", "com.acme.till.TillTest", "totals")
                .executed("", "com.acme.till.TillTest", "com.acme.till.Till");

        // JaCoCo's own report would end with "Can't add different class with same name".
        assertThat(coverage().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(coverage().found()).startsWith("1 of 3 lines");
    }

    @Test
    void classes_of_one_name_in_two_folders_of_a_module_are_counted_apart() {
        BuiltProject.in(temp)
                .file("build.gradle", "")
                .classes("build/classes/java/main", controller("till", "Till"), rounding("7"))
                .classes("build/classes/kotlin/main", rounding("3"))
                .classes("build/classes/java/test", test("till", "Till"), readiness("till", "Till", COVERAGE))
                .file("build/test-results/test/TEST-com.acme.till.TillTest.xml", """
                        <testsuite name='com.acme.till.TillTest'>
                        <testcase name='totals()' classname='com.acme.till.TillTest' time='0.01'/></testsuite>""")
                .executed("", "com.acme.till.TillTest", "com.acme.shared.Rounding", "build/jacoco/test.exec");

        assertThat(coverage().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(coverage().found()).startsWith("1 of 3 lines");
    }

    private BuiltProject sameClassInBoth() {
        return BuiltProject.twoModules(temp)
                .main("till", controller("till", "Till"), rounding("7"))
                .main("stock", controller("stock", "Stock"), rounding("7"));
    }

    @Test
    void what_ran_in_one_module_is_not_covered_in_another_that_holds_the_same_class() {
        sameClassInBoth()
                .test("till", test("till", "Till"), readiness("till", "Till", COVERAGE))
                .test("stock", test("stock", "Stock"))
                .passed("till", "surefire", "com.acme.till.TillTest", "totals")
                .executed("till", "com.acme.till.TillTest", "com.acme.shared.Rounding");

        assertThat(coverage().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(coverage().found()).startsWith("1 of 4 lines");
    }

    @Test
    void a_class_that_two_modules_hold_is_loaded_from_the_first_on_the_class_path() {
        String dependency =
                "<dependency><groupId>com.acme</groupId><artifactId>%s</artifactId><version>1</version></dependency>";
        sameClassInBoth()
                .pom(
                        "",
                        "<packaging>pom</packaging><modules><module>till</module><module>stock</module>"
                                + "<module>app</module></modules>")
                .pom(
                        "app",
                        "<dependencies>" + dependency.formatted("till") + dependency.formatted("stock")
                                + "</dependencies>")
                .test("app", test("till", "Till"), readiness("till", "Till", COVERAGE))
                .passed("app", "surefire", "com.acme.till.TillTest", "totals")
                .executed("app", "com.acme.till.TillTest", "com.acme.shared.Rounding");

        assertThat(coverage().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(coverage().found()).startsWith("1 of 4 lines");
    }

    @Test
    void where_it_cannot_be_determined_from_which_module_it_was_loaded_that_is_said() {
        sameClassInBoth()
                .pom(
                        "",
                        "<packaging>pom</packaging><modules><module>till</module><module>stock</module>"
                                + "<module>app</module></modules>")
                .pom("app", "")
                .test("app", test("till", "Till"), test("stock", "Stock"), readiness("till", "Till", COVERAGE))
                .passed("app", "surefire", "com.acme.till.TillTest", "totals")
                .executed("app", "com.acme.till.TillTest", "com.acme.shared.Rounding");

        assertThat(coverage().verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(coverage().found()).contains("com.acme.shared.Rounding is the same in the modules stock, till");
    }
}

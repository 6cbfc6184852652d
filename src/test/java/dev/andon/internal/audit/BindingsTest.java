package dev.andon.internal.audit;

import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import dev.andon.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What audit says of an integration test that left no result: the verdict is always the same. */
class BindingsTest {
    private static final String FAILSAFE = """
            <plugin><artifactId>maven-failsafe-plugin</artifactId>%s<executions><execution><goals>
            <goal>integration-test</goal><goal>verify</goal></goals></execution></executions></plugin>""";

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void build() {
        project = BuiltProject.in(temp.resolve("till")).pom("", "").main("", controller("till", "Till"));
        test("TillIT", "");
    }

    private void test(String name, String annotations) {
        project.test("", """
                package com.acme.till;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.*;
                import org.springframework.boot.test.context.SpringBootTest;
                @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT) %s
                class %s { @Test void totals() { assertEquals(6, new Till().total()); } }
                """.formatted(annotations, name));
    }

    private void pom(String inside) {
        project.pom("", inside);
    }

    private void plugins(String plugins) {
        pom("<build><plugins>" + plugins + "</plugins></build>");
    }

    private Report audit() {
        return Audit.of(project.folder(), new LocalRepository(temp.resolve("repository")), false);
    }

    private PracticeResult cell() {
        return Sources.cell(audit(), "Till", "integration-tests");
    }

    @Test
    void nothing_binds_it() {
        // The word alone, in a comment or where it binds nothing, is no binding.
        pom(
                "<!-- maven-failsafe-plugin integration-test --><build><pluginManagement><plugins>"
                        + FAILSAFE.formatted("")
                        + "</plugins></pluginManagement><plugins><plugin><artifactId>maven-surefire-plugin</artifactId></plugin></plugins></build>");

        assertThat(cell().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(cell().found())
                .contains(
                        "TillIT",
                        "exists, but never runs: no plugin execution includes it; maven-failsafe-plugin has no execution");
        assertThat(cell().fix()).contains("bind the goals integration-test and verify of maven-failsafe-plugin");
    }

    @Test
    void failsafe_is_there_and_its_goals_are_not_bound() {
        plugins("<plugin><artifactId>maven-failsafe-plugin</artifactId></plugin>");
        assertThat(cell().found()).contains("maven-failsafe-plugin has no execution of its goals");

        plugins(FAILSAFE.formatted("").replace("<execution>", "<execution><phase>none</phase>"));
        assertThat(cell().found()).contains("maven-failsafe-plugin has no execution of its goals");
    }

    @Test
    void it_is_bound_and_was_not_run() {
        plugins(FAILSAFE.formatted(""));

        assertThat(cell().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(cell().found())
                .contains("was not run in this build: maven-failsafe-plugin (execution default) includes it")
                .doesNotContain("never runs");
        assertThat(cell().fix()).contains("mvn verify");
    }

    @Test
    void it_is_bound_and_ran() {
        plugins(FAILSAFE.formatted(""));
        project.later(10).passed("", "failsafe", "com.acme.till.TillIT", "totals");

        assertThat(cell().verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void a_parent_beside_it_binds_it() {
        project.file("../pom.xml", """
                <project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>parent</artifactId>
                <version>1</version><packaging>pom</packaging><build><plugins>%s</plugins></build></project>""".formatted(FAILSAFE.formatted("")));
        pom("<parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>1</version></parent>");

        assertThat(cell().found()).contains("was not run in this build");
        assertThat(audit().notes()).noneSatisfy(note -> assertThat(note).contains("parent"));
    }

    @Test
    void a_parent_in_the_local_repository_binds_it() {
        String parent = """
                <parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>3</version><relativePath/></parent>""";
        pom(parent);
        assertThat(cell().found()).contains("no execution of this build picked it up");
        assertThat(audit().notes()).anySatisfy(note -> assertThat(note)
                .contains("the parent com.acme:parent:3 of module all is neither beside it nor in the local"));

        project.file("../repository/com/acme/parent/3/parent-3.pom", """
                <project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>parent</artifactId>
                <version>3</version><packaging>pom</packaging><build><plugins>%s</plugins></build></project>""".formatted(FAILSAFE.formatted("")));
        assertThat(cell().found()).contains("was not run in this build");
        assertThat(audit().notes()).noneSatisfy(note -> assertThat(note).contains("parent"));
    }

    @Test
    void a_pattern_excludes_it() {
        plugins(FAILSAFE.formatted(
                "<configuration><excludes><exclude>**/till/*IT.java</exclude></excludes></configuration>"));

        assertThat(cell().found())
                .contains(
                        "never runs: maven-failsafe-plugin (execution default) excludes it by the pattern **/till/*IT.java");
    }

    @Test
    void the_includes_do_not_name_it() {
        plugins(FAILSAFE.formatted(
                "<configuration><includes><include>**/*Flow.java</include></includes></configuration>"));

        assertThat(cell().found())
                .contains("no plugin execution includes it", "(execution default) includes **/*Flow.java")
                .doesNotContain("has no execution");
    }

    @Test
    void its_name_is_none_that_a_plugin_knows() {
        test("TillChecks", "");

        assertThat(cell().found())
                .contains(
                        "TillChecks",
                        "no plugin execution includes it; maven-surefire-plugin (execution default-test) includes");
    }

    @Test
    void a_tag_leaves_it_out() {
        test("TillIT", "@Tag(\"slow\")");
        plugins(FAILSAFE.formatted("<configuration><excludedGroups>slow,flaky</excludedGroups></configuration>"));
        assertThat(cell().found()).contains("leaves out its tags by excludedGroups slow,flaky");

        plugins(FAILSAFE.formatted("<configuration><groups>fast</groups></configuration>"));
        assertThat(cell().found()).contains("runs the groups fast alone, and it bears none of them");

        plugins(FAILSAFE.formatted("<configuration><groups>slow | fast</groups></configuration>"));
        assertThat(cell().found()).contains("was not run in this build");

        plugins(FAILSAFE.formatted("<configuration><groups>!slow</groups></configuration>"));
        assertThat(cell().found())
                .as("an expression is left to those who run it")
                .contains("was not run in this build");
    }

    @Test
    void the_pom_skips_it() {
        pom("<properties><skipITs>true</skipITs></properties><build><plugins>" + FAILSAFE.formatted("")
                + "</plugins></build>");
        assertThat(cell().found())
                .contains("never runs: maven-failsafe-plugin (execution default) is skipped by skipITs");

        pom("<properties><it.off>false</it.off></properties><build><plugins>"
                + FAILSAFE.formatted("<configuration><skip>${it.off}</skip></configuration>") + "</plugins></build>");
        assertThat(cell().found()).contains("was not run in this build");
    }

    /** Maven's page "Configuring Apache Maven": .mvn/maven.config holds arguments of the command line, .mvn/jvm.config those of the JVM. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maven.config | -T1C -DskipITs | skipITs",
                "maven.config | -ntp\\n-D\\nskipTests=true | skipTests",
                "maven.config | --define=maven.test.skip=true | maven.test.skip",
                "jvm.config | -Xmx1g -DskipITs=true | skipITs",
                "maven-user.properties | skipITs = true | skipITs"
            })
    void a_file_of_the_project_skips_it_on_every_command_line(String file, String text, String flag)
            throws IOException {
        Files.createDirectories(project.folder().resolve(".mvn"));
        Files.writeString(project.folder().resolve(".mvn").resolve(file), text.replace("\\n", "\n"));
        plugins(FAILSAFE.formatted(""));

        assertThat(cell().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(cell().found()).contains("is skipped by " + flag + " in .mvn/" + file);
        assertThat(cell().fix()).contains("remove " + flag + " in .mvn/" + file);
    }

    /** What the file sets overrides the pom, and a profile that it names is on. */
    @Test
    void a_file_of_the_project_may_also_undo_a_skip_or_choose_a_profile() throws IOException {
        String skipped = "<properties><skipITs>true</skipITs></properties><build><plugins>" + FAILSAFE.formatted("")
                + "</plugins></build>";
        Files.createDirectories(project.folder().resolve(".mvn"));
        Path config = project.folder().resolve(".mvn/maven.config");
        Files.writeString(config, "-DskipITs=false");
        pom(skipped);
        assertThat(cell().found()).doesNotContain("is skipped by");

        Files.writeString(config, "-Pno-its,!other");
        pom(
                "<build><plugins>" + FAILSAFE.formatted("") + "</plugins></build>"
                        + "<profiles><profile><id>no-its</id><properties><skipITs>true</skipITs></properties></profile></profiles>");
        assertThat(cell().found()).contains("is skipped by skipITs in the pom");
    }

    /** Maven's page "Skipping Tests" of Failsafe: -DskipITs and -DskipTests are given on the command line. */
    @Test
    void a_skip_on_the_command_line_leaves_only_the_missing_result() {
        for (String unset : List.of("", "<properties><skipITs>false</skipITs></properties>")) {
            pom(unset + "<build><plugins>" + FAILSAFE.formatted("") + "</plugins></build>");

            assertThat(cell().verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(cell().found()).contains("was not run in this build", "left no result of it");
            assertThat(cell().fix()).contains("`mvn verify`, without narrowing it by -Dtest or a skip");
        }
    }

    @Test
    void a_profile_alone_binds_it() {
        pom("<profiles><profile><id>it</id><build><plugins>" + FAILSAFE.formatted("")
                + "</plugins></build></profile></profiles>");

        assertThat(cell().found()).contains("only the profile it runs it");
        assertThat(cell().fix()).contains("-Pit");
    }

    @Test
    void what_a_profile_changes_is_not_said_never_to_run() {
        String skipped = "<properties><it.off>true</it.off></properties><build><plugins>"
                + FAILSAFE.formatted("<configuration><skip>${it.off}</skip></configuration>") + "</plugins></build>";
        pom(skipped + "<profiles><profile><id>docs</id><properties><other>1</other></properties></profile></profiles>");
        assertThat(cell().found()).contains("exists, but never runs: maven-failsafe-plugin");

        pom(skipped
                + "<profiles><profile><id>ci</id><properties><it.off>false</it.off></properties></profile></profiles>");
        assertThat(cell().found())
                .contains("was not run in this build: only the profile ci runs it")
                .doesNotContain("never");
    }

    @Test
    void a_pom_that_cannot_be_read_is_noted() {
        project.file("pom.xml", "<project><artifactId>till");

        assertThat(cell().found()).contains("no execution of this build picked it up");
        assertThat(audit().notes()).anySatisfy(note -> assertThat(note).contains("pom.xml cannot be read"));
    }

    private PracticeResult testsRun() {
        return Sources.codebase(audit(), "tests-run").orElseThrow();
    }

    @Test
    void a_test_class_that_no_execution_runs_violates_the_practice_and_one_of_a_profile_is_named_with_it() {
        pom("");
        assertThat(testsRun().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(testsRun().tests()).containsExactly("com.acme.till.TillIT");

        pom("<profiles><profile><id>nightly</id><build><plugins>" + FAILSAFE.formatted("")
                + "</plugins></build></profile></profiles>");
        assertThat(testsRun().verdict()).isEqualTo(Verdict.MET);
        assertThat(testsRun().found()).contains("TillIT", "only the profile nightly runs it");

        plugins(FAILSAFE.formatted(""));
        assertThat(testsRun().verdict()).as("bound, and not run this time").isEqualTo(Verdict.MET);
    }

    @Test
    void a_profile_that_runs_other_tests_saves_none() {
        pom("<profiles><profile><id>nightly</id><build><plugins>"
                + FAILSAFE.formatted(
                        "<configuration><includes><include>**/*Load.java</include></includes></configuration>")
                + "</plugins></build></profile></profiles>");

        assertThat(testsRun().verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void it_cannot_be_determined_without_the_parent() {
        pom(
                "<parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>3</version><relativePath/></parent>");

        assertThat(testsRun().verdict()).isEqualTo(Verdict.UNDECIDED);
    }
}

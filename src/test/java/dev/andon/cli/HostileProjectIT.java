package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.testing.NamedPipe;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code audit} does with a project that was made to harm it; {@code docs/security.md} lists these. */
@Timeout(60)
class HostileProjectIT extends AuditedProject {
    private static final String REPORT = "target/surefire-reports/TEST-com.acme.till.TillTest.xml";
    private static final String HEAD =
            "<project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>till</artifactId><version>1</version>";

    @Test
    void the_project_alone_is_judged_as_ever() {
        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).contains("Till      unit-tests         met (LINKED)");
    }

    @Test
    void conventions_of_the_project_are_loaded_only_where_it_is_trusted() {
        Path marker = temp.resolve("marker");
        project.test("", """
                package com.acme.till;
                public class Conventions implements dev.andon.ServiceConvention {
                    static {
                        try {
                            java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                    public boolean isService(Candidate candidate) { return false; }
                }
                """.formatted(marker.toString().replace("\\", "\\\\")), """
                package com.acme.till;
                import dev.andon.*;
                @OperationalReadiness(packages = "com.acme.till", conventions = Conventions.class)
                class TillReadinessTest implements ReadinessChecks {}
                """);

        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString())
                .contains("com.acme.till.Conventions", "name the services by pattern", "--trust-project");
        assertThat(marker).doesNotExist();

        err.getBuffer().setLength(0);
        assertThat(audit(temp.resolve("report"), "--trust-project")).isEqualTo(1);
        assertThat(marker).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "target/classes/com/acme/till/Pipe.class",
                REPORT,
                "target/surefire-reports/TEST-Pipe.xml",
                "target/andon/ledger/1-1-a.jsonl",
                "target/jacoco.exec",
                "target/test-classes/junit-platform.properties",
                "target/classes/META-INF/andon/canaries.json",
                "operations.yaml",
                "src/main/resources/operations.yaml"
            })
    void a_pipe_in_the_place_of_a_file_does_not_hold_it_up(String path) throws Exception {
        NamedPipe.at(file(path));

        assertThat(audit()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/classes/com/acme/till/Zero.class", "target/jacoco.exec", REPORT})
    void a_link_to_an_endless_device_is_not_followed(String path) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        Files.deleteIfExists(file(path));
        Files.createSymbolicLink(file(path), Path.of("/dev/zero"));

        assertThat(audit()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/andon/ledger/1-1-a.jsonl", "target/jacoco.exec", REPORT, "pom.xml"})
    @DisabledOnOs(OS.WINDOWS)
    void a_file_that_is_too_large_is_said_at_once(String path) throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(file(path).toFile(), "rw")) {
            sparse.setLength(20L << 30);
        }

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).contains("it is larger than");
    }

    @Test
    void a_number_of_millions_of_digits_costs_its_own_class_alone() throws Exception {
        Files.writeString(
                file("target/andon/ledger/1-1-a.jsonl"),
                "{\"v\":" + "9".repeat(5_000_000) + "}\n{\"v\":1e9999}\n{\"v\":-}\n");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("1-1-a.jsonl, line 1, cannot be read", "line 2, cannot be read", "line 3, cannot be read");
    }

    @Test
    void a_link_to_the_root_of_the_file_system_ends() throws Exception {
        Files.createSymbolicLink(file("target/classes/com/acme/all"), Path.of("/"));

        assertThat(audit()).isNotZero();
    }

    @Test
    void a_lock_file_of_an_editor_harms_nothing() throws Exception {
        Files.createSymbolicLink(file("src/main/java/.#Till.java"), Path.of("someone@host.1234:1"));

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).contains("Till      unit-tests         met");
    }

    @Test
    void a_class_file_that_is_a_link_to_nowhere_is_said() throws Exception {
        Files.createSymbolicLink(file("target/classes/com/acme/till/Gone.class"), Path.of("gone"));

        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("Gone.class");
    }

    @Test
    void no_variable_and_no_property_of_ours_reaches_a_report() throws Exception {
        Map.Entry<String, String> variable = System.getenv().entrySet().stream()
                .filter(each -> each.getValue().length() > 8 && each.getKey().matches("[A-Z_]+"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                file("pom.xml"), HEAD + """
                <build><plugins><plugin><artifactId>maven-failsafe-plugin</artifactId>
                <configuration><excludes><exclude>**/Till*</exclude><exclude>${env.%s}</exclude></excludes>
                <groups>${env.%s} ${java.home} ${user.home}</groups></configuration>
                <executions><execution><id>${env.%s}${user.dir}</id><goals><goal>integration-test</goal></goals></execution></executions>
                </plugin></plugins></build></project>""".formatted(variable.getKey(), variable.getKey(), variable.getKey()));

        audit();
        assertThat(out.toString())
                .contains("${env." + variable.getKey() + "}")
                .doesNotContain(variable.getValue(), System.getProperty("user.dir"));
    }

    @ParameterizedTest
    @CsvSource({"env.CI", "!env.CI", "java.vendor"})
    void a_binding_that_the_environment_switches_on_is_undecided(String property) throws Exception {
        Files.writeString(file("pom.xml"), HEAD + """
                <profiles><profile><id>ci</id><activation><property><name>%s</name></property></activation>
                <build><plugins><plugin><artifactId>maven-failsafe-plugin</artifactId><executions><execution>
                <goals><goal>integration-test</goal></goals></execution></executions></plugin></plugins></build>
                </profile></profiles></project>""".formatted(property));
        integrationTest();

        assertThat(audit()).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("Till +integration-tests +undecided")
                .containsPattern("codebase +tests-run +undecided")
                .contains("only the profile ci does, which the environment of the build switches on", "-Pci");
    }

    /** Makes TillIT an integration test by what it starts. */
    private void integrationTest() {
        project.test("", """
                package com.acme.till;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class TillTest { @Test void totals() { assertEquals(6, new Till().total()); } }
                """, """
                package com.acme.till;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                @org.springframework.boot.test.context.SpringBootTest
                class TillIT { @Test void totals() { assertEquals(6, new Till().total()); } }
                """).passed("", "surefire", "com.acme.till.TillTest", "totals");
    }

    @Test
    void a_regular_expression_that_would_never_end_is_undecided() throws Exception {
        Files.writeString(file("pom.xml"), HEAD + """
                <build><plugins><plugin><artifactId>maven-failsafe-plugin</artifactId>
                <configuration><includes><include>%regex[((.*)*)*(.*)*((.*)*)*!]</include></includes></configuration>
                <executions><execution><goals><goal>integration-test</goal></goals></execution></executions>
                </plugin></plugins></build></project>""");
        integrationTest();

        assertThat(audit()).isEqualTo(3);
        assertThat(out.toString()).contains("takes too long to match");
    }

    @Test
    void properties_that_multiply_each_other_are_refused() throws Exception {
        StringBuilder properties = new StringBuilder("<p0>aaaaaaaaaa</p0>");
        for (int i = 1; i < 40; i++) {
            properties.append("<p%d>${p%d}${p%d}</p%d>".formatted(i, i - 1, i - 1, i));
        }
        Files.writeString(
                file("pom.xml"), HEAD + "<name>${p39}</name><properties>" + properties + "</properties></project>");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).contains("which tests its plugins run is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><configuration>%s</configuration></plugin></plugins></build>",
                "%s"
            })
    void a_pom_that_is_nested_too_deeply_is_said(String around) throws Exception {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        Files.writeString(file("pom.xml"), HEAD + around.formatted(deep) + "</project>");

        assertThat(audit()).isNotZero();
    }

    @Test
    void a_parent_that_is_a_device_or_its_own_parent_is_said() throws Exception {
        for (String parent : new String[] {"/dev/zero", "pom.xml", "..", "../../../../../../../../../../../dev/zero"}) {
            Files.writeString(
                    file("pom.xml"),
                    "<project><modelVersion>4.0.0</modelVersion><parent><groupId>com.acme</groupId><artifactId>till</artifactId>"
                            + "<version>1</version><relativePath>" + parent
                            + "</relativePath></parent><artifactId>till</artifactId></project>");
            assertThat(audit()).isNotZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"v\":1,\"build\":\"a\",\"tests\":["})
    void a_deep_line_of_a_ledger_costs_its_own_class_alone(String open) throws Exception {
        Files.writeString(
                file("target/andon/ledger/1-1-a.jsonl"),
                open.repeat(100_000) + "\n" + "{\"v\":1,\"build\":\"" + "\\\\".repeat(100_000) + "\n");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).contains("1-1-a.jsonl, line 1, cannot be read");
    }

    @Test
    void a_report_that_is_nested_too_deeply_is_said() throws Exception {
        Files.writeString(
                file("target/surefire-reports/TEST-Deep.xml"),
                "<testsuite name='a'>".repeat(100_000) + "</testsuite>".repeat(100_000));

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString()).contains("TEST-Deep.xml cannot be read", "Till      unit-tests         met");
    }

    @Test
    void poms_that_name_each_other_as_modules_in_a_long_chain_are_followed() throws Exception {
        Files.writeString(file("pom.xml"), HEAD + "<modules><module>m0</module></modules></project>");
        for (int i = 0; i < 5000; i++) {
            Files.writeString(
                    file("m" + i + "/pom.xml"),
                    HEAD + "<modules><module>../m" + (i + 1) + "</module></modules></project>");
        }

        assertThat(audit()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_that_nobody_may_read_is_said_and_the_others_are_judged() throws Exception {
        Path closed = Files.createDirectories(file("data/database"));
        Files.setPosixFilePermissions(closed, Set.of());
        assumeTrue(!Files.isReadable(closed), "this user may read everything");
        try {
            assertThat(audit()).isEqualTo(1);
            assertThat(out.toString()).contains("the folder data/database cannot be read");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_project_in_which_nothing_is_judged_is_no_pass() throws Exception {
        Files.delete(file("target/classes/com/acme/till/Till.class"));
        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("there are test classes and no production classes");

        err.getBuffer().setLength(0);
        project.main("", "package com.acme.till; class Plain {}");
        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("no service found");
    }

    @Test
    void no_name_controls_the_terminal() throws Exception {
        Files.writeString(
                file(REPORT),
                "<testsuite name='com.acme.till.TillTest'><testcase classname='com.acme.till.TillTest' name='totals'>"
                        + "<failure message='&#27;[2J&#x202e;&#x9b;31m'/></testcase></testsuite>");
        Files.writeString(file("pom.xml"), "<project><artifactId>till&#x9b;31m</artifactId></project>");

        audit();
        assertThat(out.toString()).doesNotContain("\u001b", "\u202e", "\u009b");
    }

    @Test
    void an_unexpected_error_is_one_line_and_its_trace_is_asked_for() {
        StringWriter lines = new StringWriter();
        CommandLine broken = Main.commandLine().setErr(new PrintWriter(lines));
        broken.addSubcommand("fail", new FailingCommand());

        assertThat(Main.run(broken, "fail")).isEqualTo(2);
        assertThat(lines.toString().lines()).singleElement().asString().contains("StackOverflowError", "--stacktrace");
        assertThat(Main.run(broken, "--stacktrace", "fail")).isEqualTo(2);
        assertThat(lines.toString()).contains("\tat dev.andon.cli.HostileProjectIT");
    }

    @CommandLine.Command
    private static final class FailingCommand implements Runnable {
        @Override
        public void run() {
            run();
        }
    }
}

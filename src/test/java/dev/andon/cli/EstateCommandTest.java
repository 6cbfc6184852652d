package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Several projects at once, and reports that builds wrote. */
class EstateCommandTest {
    private static final String REPORT = """
            {"$schema": "s", "schemaVersion": 1, "enabled": %s, "readinessClass": "", "level": "INTEGRATED", "counts": {},
             "services": [%s], "canaries": [], "codebase": [], "notes": [], "waivers": [], "baseline": []}
            """;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(arguments));
        if (!all.contains("--init")) {
            all.addAll(List.of("--out", temp.resolve("report").toString()));
        }
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, all.toArray(String[]::new));
    }

    private BuiltProject project(String path, String name, String service) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(path));
        Files.createDirectories(folder.resolve(".git"));
        return BuiltProject.tested(folder, name, service);
    }

    private static String service(String name, String verdict) {
        return """
                {"name": "com.acme.%1$s", "label": "%1$s", "module": "m", "practices": [
                  {"id": "unit-tests", "verdict": "met", "evidence": "LINKED", "tests": [], "finding": "",
                   "found": "", "fix": "", "keys": []},
                  {"id": "integration-tests", "verdict": "%2$s", "evidence": "NONE", "tests": [], "finding": "no-test",
                   "found": "no test", "fix": "write one", "keys": ["no-test"]}]}
                """.formatted(name, verdict);
    }

    private Path report(String path, String text) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void a_root_with_many_repositories_is_one_matrix_and_each_has_its_report() throws IOException {
        project("estate/team/till", "till", "Till");
        project("estate/stock", "stock", "Stock");

        assertThat(run(temp.resolve("estate").toString())).isEqualTo(ExitCode.VIOLATED);
        assertThat(out.toString())
                .contains("Andon: 2 projects, 2 services")
                .containsPattern("TESTED +2")
                .containsPattern("unit-tests +100 % +2 +2 +0")
                .containsPattern("integration-tests +0 % +0 +2 +2")
                .containsPattern("team/till: Till +TESTED +1 failing");
        assertThat(temp.resolve("report/team/till/index.html")).exists();
        assertThat(temp.resolve("report/stock/report.json")).exists();
        assertThat(temp.resolve("report/services.csv"))
                .content()
                .contains("\"team/till\",", "\"com.acme.till.Till\",\"TESTED\",\"1\",\"integration-tests\",\"\"");
    }

    @Test
    void a_project_that_cannot_be_judged_is_named_and_the_others_are_judged() throws IOException {
        project("till", "till", "Till");
        Files.createDirectories(temp.resolve("empty"));
        Files.writeString(temp.resolve("empty/pom.xml"), "<project/>");

        assertThat(run(temp.resolve("till").toString(), temp.resolve("empty").toString()))
                .isEqualTo(ExitCode.VIOLATED);
        assertThat(out.toString()).contains("1 project, 1 service; 1 could not be judged", "is not built");
    }

    @Test
    void projects_of_one_name_replace_each_other_neither_in_the_sums_nor_on_the_disk() throws IOException {
        project("a/till", "till", "Till");
        project("b/Till", "stock", "Stock");
        String same = temp.resolve("b/Till").toString();

        assertThat(run(temp.resolve("a/till").toString(), same, same)).isEqualTo(ExitCode.VIOLATED);
        assertThat(out.toString()).contains("Andon: 3 projects, 3 services");
        assertThat(temp.resolve("report/till/report.json")).content().contains("com.acme.till.Till");
        assertThat(temp.resolve("report/b/Till/report.json")).content().contains("com.acme.stock.Stock");
        try (Stream<Path> written = Files.walk(temp.resolve("report"))) {
            assertThat(written.filter(file -> file.endsWith("report.json"))).hasSize(3);
        }
    }

    @Test
    void what_cannot_be_read_among_reports_is_said() throws IOException {
        Path met = report("a/report.json", REPORT.formatted("true", service("A", "met")));
        Path missing = temp.resolve("b/report.json");

        assertThat(run("merge", met.toString(), missing.toString())).isEqualTo(ExitCode.ERROR);
        assertThat(out.toString()).contains("1 could not be judged", missing + " does not exist");
    }

    @Test
    void options_for_one_project_are_refused_for_several() throws IOException {
        project("till", "till", "Till");
        project("stock", "stock", "Stock");

        assertThat(run(
                        "--verbose",
                        temp.resolve("till").toString(),
                        temp.resolve("stock").toString()))
                .isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("are for one project; there are 2");
    }

    @Test
    void reports_of_many_builds_make_the_same_matrix() throws IOException {
        report("a/target/andon/report.json", REPORT.formatted("true", service("A", "met")));
        report("b/build/andon/report.json", REPORT.formatted("true", service("B", "undecided")));
        report("c/target/other/report.json", "not ours");

        assertThat(run("merge", temp.toString())).isEqualTo(ExitCode.UNDECIDED);
        assertThat(out.toString())
                .contains("Andon: 2 projects, 2 services")
                .containsPattern("INTEGRATED +1")
                .containsPattern("integration-tests +50 % +1 +2 +1 +0");
    }

    @Test
    void a_report_that_says_nothing_or_cannot_be_read_is_never_a_pass() throws IOException {
        Path met = report("a/report.json", REPORT.formatted("true", service("A", "met")));
        Path none = report("b/report.json", REPORT.formatted("true", ""));
        Path off = report("c/report.json", REPORT.formatted("false", ""));
        Path torn = report("d/report.json", "{\"schemaVersion\": 1, ");
        Path later = report(
                "e/report.json", REPORT.formatted("true", "").replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));

        assertThat(run("merge", met.toString())).isEqualTo(ExitCode.MET);
        assertThat(run("merge", met.toString(), none.toString(), off.toString(), torn.toString(), later.toString()))
                .isEqualTo(ExitCode.ERROR);
        assertThat(out.toString())
                .contains(
                        "4 could not be judged",
                        "holds no result",
                        "andon.enabled=false",
                        "damaged",
                        "written by another version");
    }

    @Test
    void names_in_a_report_control_neither_terminal_nor_spreadsheet() throws IOException {
        Path file = report(
                "a/report.json",
                REPORT.formatted("true", service("=cmd|\\u001b[31m", "met").replace("com.acme.", "")));

        run("merge", file.toString());

        assertThat(out.toString()).doesNotContain("\u001b").contains("\\u001b[31m");
        assertThat(temp.resolve("report/services.csv")).content().contains("\"'=cmd|\\u001b[31m\"");
    }

    @Test
    void an_earlier_report_is_compared_result_by_result() throws IOException {
        project("till", "till", "Till");
        run(temp.resolve("till").toString());
        Path before = Files.move(temp.resolve("report/report.json"), temp.resolve("before.json"));
        run("--compare", before.toString(), temp.resolve("till").toString());
        assertThat(out.toString()).contains("no result differs from the earlier report");

        Files.writeString(
                before,
                Files.readString(before)
                        .replaceFirst("\"verdict\": ?\"violated\"", "\"verdict\":\"met\"")
                        .replace("\"unit-tests\"", "\"older-practice\""));
        assertThat(run("--compare", before.toString(), temp.resolve("till").toString()))
                .isEqualTo(ExitCode.VIOLATED);
        assertThat(out.toString())
                .containsPattern(
                        "1 result: fail now\n  com.acme.till.Till \\(module .*\\): integration-tests: met -> violated\n    ")
                .containsPattern("1 result: are gone\n  com.acme.till.Till .*: older-practice");
    }

    @Test
    void init_prints_what_to_add_and_writes_only_where_it_is_told_to() throws IOException {
        Path till = project("till-service", "till", "Till").folder();

        assertThat(run("--init", till.toString())).isEqualTo(ExitCode.MET);
        assertThat(out.toString())
                .contains(
                        "src/test/java/com/acme/till/TillServiceReadinessTest.java",
                        "@OperationalReadiness(packages = \"com.acme.till\", level = Level.TESTED)",
                        "<artifactId>andon-junit</artifactId>",
                        "mvn verify -Dandon.baseline=create");
        Path written = till.resolve("src/test/java/com/acme/till/TillServiceReadinessTest.java");
        assertThat(written).doesNotExist();

        assertThat(run("--init", "--write", till.toString())).isEqualTo(ExitCode.MET);
        assertThat(written).content().contains("class TillServiceReadinessTest implements ReadinessChecks {}");
        assertThat(run("--init", "--write", till.toString())).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("exists already");
    }

    @Test
    void init_names_the_class_for_failsafe_where_that_runs() throws IOException {
        BuiltProject till = project("till", "till", "Till");
        till.pom("", """
                <build><plugins><plugin><artifactId>maven-failsafe-plugin</artifactId>
                <executions><execution><goals><goal>integration-test</goal></goals></execution></executions>
                </plugin></plugins></build>
                """);

        run("--init", till.folder().toString());

        assertThat(out.toString()).contains("class TillReadinessIT implements");
    }

    @Test
    void progress_says_what_is_left_and_colours_are_only_for_terminals() {
        assertThat(TerminalText.progress(1, 4, Duration.ofSeconds(20), "till"))
                .endsWith("1 of 4, about 60 s left: till");
        assertThat(TerminalText.progress(0, 4, Duration.ZERO, "a\u001bb")).endsWith("0 of 4: a\\u001bb");
        assertThat(TerminalText.of("3 violated\u001b[5m", false)).isEqualTo("3 violated\\u001b[5m");
        assertThat(TerminalText.of("3 violated", true)).isEqualTo("3 \u001b[31mviolated\u001b[0m");
    }
}

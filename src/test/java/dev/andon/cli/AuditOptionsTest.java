package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.internal.canary.outages.RecordedRuns;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.testing.BuiltProject;
import dev.andon.testing.ReportSchema;
import dev.andon.testing.SarifSchema;
import dev.andon.testing.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What audit and merge print, which results they leave, and which of them make the command fail. */
class AuditOptionsTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String till = "";
    private String estate = "";

    @BeforeEach
    void projects() throws IOException {
        till = project("estate/till", "till", "Till").toString();
        project("estate/stock", "stock", "Stock");
        estate = temp.resolve("estate").toString();
    }

    private Path project(String path, String name, String service) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(path));
        Files.createDirectories(folder.resolve(".git"));
        BuiltProject.tested(folder, name, service);
        return folder;
    }

    private int audit(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(arguments));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", temp.resolve("report").toString()));
        }
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, all.toArray(String[]::new));
    }

    @Test
    void json_and_sarif_are_printed_and_nothing_else() throws IOException {
        assertThat(audit(till, "--format", "json")).isEqualTo(ExitCode.VIOLATED);
        assertThat(ReportSchema.errors(out.toString())).isEmpty();
        assertThat(temp.resolve("report/report.json")).hasContent(out.toString());

        assertThat(audit(till, "--format", "SARIF")).isEqualTo(ExitCode.VIOLATED);
        assertThat(SarifSchema.errors(out.toString())).isEmpty();
        assertThat(out.toString()).contains("\"integration-tests\"");
    }

    @Test
    void markdown_and_html_are_printed_and_nothing_else() {
        audit(till, "--format", "markdown");
        assertThat(out.toString()).startsWith("## Andon: Not ready");
        audit(till, "--format", "html");
        assertThat(out.toString()).startsWith("<!doctype html>").contains("Not ready");
    }

    @Test
    void only_some_practices_are_shown_and_counted() throws IOException {
        assertThat(audit(till, "--only", "unit-tests,tests-assert")).isEqualTo(ExitCode.MET);
        assertThat(out.toString()).contains("1 service: 2 met").doesNotContain("violated");
        assertThat(temp.resolve("report/report.json")).content().doesNotContain("\"id\":\"integration-tests\"");

        assertThat(audit(till, "--only", "integration-tests")).isEqualTo(ExitCode.VIOLATED);
        assertThat(audit(estate, "--only", "unit-tests")).isEqualTo(ExitCode.MET);
    }

    @Test
    void a_practice_that_judged_nothing_is_no_pass() {
        assertThat(audit(till, "--only", "canaries")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("nothing was judged by it", "--level");
        assertThat(audit(estate, "--only", "canaries")).isEqualTo(ExitCode.ERROR);
        assertThat(audit(till, "--only", "unit-test")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("did you mean unit-tests?");
    }

    @Test
    void a_level_replaces_the_usual_one() {
        assertThat(audit(till, "--level", "tested")).isEqualTo(ExitCode.MET);
        assertThat(out.toString()).doesNotContain("violated");
        audit(till, "--level", "OPERABLE", "--verbose");
        assertThat(out.toString()).contains("canaries");
        assertThat(audit(till, "--level", "none")).isEqualTo(ExitCode.ERROR);
    }

    @Test
    void a_level_never_loosens_what_a_readiness_class_requires() throws IOException {
        Path base = Files.createDirectories(temp.resolve("strict"));
        BuiltProject.in(base)
                .pom("", "")
                .main("", Sources.controller("strict", "Strict"))
                .test("", Sources.test("strict", "Strict"), """
                        package com.acme.strict;
                        @dev.andon.OperationalReadiness(packages = "com.acme.strict", level = dev.andon.Level.INTEGRATED)
                        class StrictReadinessTest implements dev.andon.ReadinessChecks {}
                        """)
                .later(10)
                .passed("", "surefire", "com.acme.strict.StrictTest", "totals");

        audit(base.toString(), "--level", "tested", "--verbose");
        assertThat(out.toString()).containsPattern("Strict +integration-tests +violated");
        audit(base.toString(), "--level", "operable", "--verbose");
        assertThat(out.toString()).containsPattern("canaries-few|end-to-end-tests");
    }

    @Test
    void never_fails_on_no_result_but_on_an_error() throws IOException {
        assertThat(audit(till, "--fail-on", "never")).isEqualTo(ExitCode.MET);
        assertThat(out.toString()).contains("violated");
        Files.createDirectories(temp.resolve("estate/empty/.git"));
        Files.writeString(temp.resolve("estate/empty/pom.xml"), "<project/>");
        assertThat(audit(estate, "--fail-on", "never")).isEqualTo(ExitCode.ERROR);
    }

    @Test
    void new_fails_on_what_the_earlier_report_does_not_have() throws IOException {
        String report = temp.resolve("report/report.json").toString();
        audit(till);
        assertThat(audit(till, "--fail-on", "new", "--compare", report)).isEqualTo(ExitCode.MET);

        Path before = Files.copy(temp.resolve("report/report.json"), temp.resolve("before.json"));
        Files.writeString(before, Files.readString(before).replace("no-test", "another-fault"));
        assertThat(audit(till, "--fail-on", "new", "--compare", before.toString()))
                .isEqualTo(ExitCode.VIOLATED);

        assertThat(audit(till, "--fail-on", "new")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("needs --compare");
    }

    @Test
    void new_in_an_estate_is_what_its_earlier_audit_does_not_have() throws IOException {
        String earlier = temp.resolve("report").toString();
        audit(estate);
        assertThat(audit(estate, "--fail-on", "new", "--compare", earlier)).isEqualTo(ExitCode.MET);

        project("estate/parcel", "parcel", "Parcel");
        assertThat(audit(estate, "--fail-on", "new", "--compare", earlier)).isEqualTo(ExitCode.VIOLATED);
        assertThat(audit(estate, "--compare", earlier + "/stock/report.json")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("is one report");
    }

    @Test
    void the_page_shows_what_canaries_saw_where_logs_are_named() throws IOException {
        Path log = temp.resolve("canaries.jsonl");
        RecordedRuns runs = RecordedRuns.from("2026-03-02T11:00:00Z").runs("GGGBBBGG");
        Files.writeString(log, runs.ends().stream().map(CanaryLogCodec::encode).collect(Collectors.joining("\n")));

        audit(till, "--canary-log", log.toString());
        assertThat(temp.resolve("report/index.html")).content().contains("Seen by ", "class=\"bar s-down\"");

        Files.writeString(log, "");
        assertThat(audit(till, "--canary-log", log.toString())).isEqualTo(ExitCode.ERROR);
        assertThat(audit(till, "--canary-log", log + "-none")).isEqualTo(ExitCode.ERROR);
        assertThat(audit(estate, "--canary-log", log.toString())).isEqualTo(ExitCode.ERROR);
    }

    @Test
    void an_estate_is_one_matrix_in_each_form() throws IOException, JsonParserException {
        audit(estate, "--format", "json");
        JsonObject json = JsonParser.object().from(out.toString());
        assertThat(json.getInt("services")).isEqualTo(2);
        assertThat(json.getArray("matrix").getObject(0).getObject("verdicts"))
                .containsEntry("unit-tests", "met")
                .containsEntry("integration-tests", "violated");

        audit(estate, "--format", "markdown");
        assertThat(out.toString())
                .startsWith("## Andon: 2 projects, 2 services")
                .contains("| `integration-tests` | 0 % | 0 | 2 | 2 | 0 |");

        audit(estate, "--format", "html");
        assertThat(out.toString()).startsWith("<!doctype html>").contains("integration-tests: violated");
        assertThat(temp.resolve("report/index.html")).exists();

        assertThat(audit(estate, "--format", "sarif")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("report.sarif for each");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "markdown", "html"})
    void merged_reports_have_the_same_forms(String format) {
        audit(estate);
        String reports = temp.resolve("report").toString();

        assertThat(audit(
                        "merge",
                        reports + "/till/report.json",
                        reports + "/stock/report.json",
                        "--format",
                        format,
                        "--only",
                        "unit-tests"))
                .isEqualTo(ExitCode.MET);
        assertThat(out.toString()).contains("unit-tests").doesNotContain("integration-tests");
    }
}

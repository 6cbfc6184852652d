package dev.andon.examples;

import static dev.andon.examples.BuiltExample.cells;
import static dev.andon.examples.BuiltExample.report;
import static dev.andon.examples.BuiltExample.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.internal.audit.Audit;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.testing.ReportSchema;
import dev.andon.testing.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples reported, cell by cell, after the build has built each of them for itself. */
class ExamplesIT {
    /** The tables of the example's own EXPECTED.md whose heads name practices. */
    private static Map<String, String> expected(String example) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        List<String> head = List.of();
        for (String line : Files.readAllLines(Path.of("examples", example, "EXPECTED.md"))) {
            List<String> columns = Stream.of(line.split("\\|"))
                    .map(cell -> cell.strip().replace("`", "").replace("*", "").replace(' ', '-'))
                    .toList();
            if (line.startsWith("| service |") || line.startsWith("| canary |")) {
                head = columns;
            } else if (!line.startsWith("|")) {
                head = List.of();
            } else if (!head.isEmpty() && columns.get(1).matches("\\w+")) {
                for (int i = 2; i < head.size(); i++) {
                    cells.put(columns.get(1) + ": " + head.get(i), columns.get(i));
                }
            }
        }
        return cells;
    }

    @Test
    void the_unready_shop_is_judged_cell_by_cell() throws IOException, JsonParserException {
        Map<String, String> expected = expected("shop-unready");
        assertThat(expected).hasSize(7 * 7 + 1 + 4 * 7);
        Map<String, String> cells = cells(report("shop-unready"));
        assertThat(cells).containsAllEntriesOf(expected);
        assertThat(cells.entrySet())
                .filteredOn(cell ->
                        !cell.getValue().equals("met") && !cell.getValue().equals("not-applicable"))
                .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                        .filter(cell -> cell.getValue().equals("violated"))
                        .toList())
                .hasSize(21);
    }

    @Test
    void each_hollow_test_of_the_unready_shop_is_named_with_the_fault_that_survived()
            throws IOException, JsonParserException {
        List<String> survived = report("shop-unready").getArray("testProofs").getObject(0).getArray("faults").stream()
                .map(JsonObject.class::cast)
                .filter(fault -> fault.getString("verdict").equals("survived"))
                .flatMap(fault -> fault.getArray("tests").stream()
                        .map(test -> fault.getString("method") + " " + fault.getString("fault") + " " + test))
                .toList();

        assertThat(survived)
                .contains(
                        "browse does-nothing com.acme.shop.WishControllerIT#browses_the_wishes",
                        "read throws com.acme.shop.WishControllerIT#reads_a_wish",
                        "wish throws com.acme.shop.WishControllerIT#keeps_a_wish")
                .allMatch(fault -> fault.contains("WishControllerIT"));
    }

    @ParameterizedTest
    @CsvSource({
        "tests-detect-failure,OrderController,PROVEN",
        "tests-detect-failure,OrderService,PROVEN",
        "unit-tests,OrderController,EXECUTED",
        "integration-tests,OrderController,EXECUTED",
        "end-to-end-tests,OrderController,EXECUTED",
        "unit-tests,OrderService,EXECUTED"
    })
    void the_shop_is_ready_by_execution(String practice, String service, String evidence)
            throws IOException, JsonParserException {
        JsonObject row = result("shop", practice, service);

        assertThat(row.getString("verdict")).isEqualTo("met");
        assertThat(row.getString("evidence")).isEqualTo(evidence);
        assertThat(row.getArray("tests")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop-unready", "shop-canaries", "week/kotlin", "week/boot-previous"})
    void each_report_has_the_published_form(String example) throws IOException {
        Path file = BuiltExample.FOLDER
                .resolve(example)
                .resolve("target")
                .resolve("andon")
                .resolve("report.json");

        assertThat(ReportSchema.errors(Files.readString(file))).isEmpty();
        assertThat(SarifSchema.errors(Files.readString(file.resolveSibling("report.sarif"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop-unready", "week/kotlin", "week/boot-previous"})
    void audit_agrees_with_the_tests_cell_by_cell(String example, @TempDir Path out)
            throws IOException, JsonParserException {
        ReportFiles.write(out, Audit.of(BuiltExample.FOLDER.resolve(example), false), true, example);
        JsonObject audited = JsonParser.object().from(Files.readString(out.resolve("report.json")));

        assertThat(cells(audited)).isEqualTo(cells(report(example)));
    }

    @Test
    void a_new_service_without_its_test_stops_the_build_and_with_it_passes() throws IOException, JsonParserException {
        String log = Files.readString(
                BuiltExample.FOLDER.resolve("week/changed-lines").resolve("build.log"));
        assertThat(log)
                .contains(
                        "practice: changed-lines",
                        "com.acme.fares.RefundService (RefundService.java:3, module changed-lines) is new since main (",
                        ") and came without a test",
                        "0 of 4 lines changed since main (",
                        ") are covered, 4 more must be; not covered: RefundService.java:3-10",
                        "fix:      write RefundServiceTest");
        assertThat(cells(report("week/changed-lines"))).containsEntry("codebase: changed-lines", "met");
    }

    @Test
    void every_other_example_is_ready() throws IOException, JsonParserException {
        List<String> examples = List.of(
                "shop",
                "week/boot-previous",
                "week/canaries-elsewhere",
                "week/changed-lines",
                "week/forks",
                "week/kotlin",
                "week/mixed",
                "week/modules/till-it",
                "week/old-libraries",
                "week/own-assertions",
                "week/patterns",
                "week/rerun",
                "week/rerun-single-run",
                "week/single-run",
                "week/single-run-parallel");
        for (String example : examples) {
            assertThat(cells(report(example))).as(example).isNotEmpty().allSatisfy((row, verdict) -> assertThat(verdict)
                    .isIn("met", "not-applicable"));
        }
    }

    @Test
    void each_fork_writes_a_ledger_of_its_own() throws IOException {
        try (Stream<Path> ledgers = Files.list(BuiltExample.FOLDER
                .resolve("week")
                .resolve("forks")
                .resolve("target")
                .resolve("andon")
                .resolve("ledger"))) {
            assertThat(ledgers).as("two test classes and the readiness class").hasSize(3);
        }
    }

    @Test
    void a_test_class_that_its_suite_runs_too_counts_once() throws IOException, JsonParserException {
        assertThat(report("week/mixed").getArray("codebase"))
                .map(JsonObject.class::cast)
                .filteredOn(row -> row.getString("id").equals("pyramid"))
                .singleElement()
                .extracting(row -> row.getString("found"))
                .asString()
                .startsWith("unit 3, integration 0,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"week/rerun", "week/rerun-single-run"})
    void a_test_that_passed_only_on_its_rerun_counts_and_is_marked(String example)
            throws IOException, JsonParserException {
        assertThat(Files.readString(BuiltExample.FOLDER
                        .resolve(example)
                        .resolve("target")
                        .resolve("andon")
                        .resolve("report.json")))
                .contains("flaky: passed only on a rerun");
    }
}

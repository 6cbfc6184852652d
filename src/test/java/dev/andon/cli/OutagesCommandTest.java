package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.andon.internal.canary.outages.RecordedRuns;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OutagesCommandTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T11:30:02Z");

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path log;

    @BeforeEach
    void log() throws IOException {
        log = write("fra.jsonl", new RecordedRuns("fra", "1", BEGIN).runs("GGGBBBBBGGGG"));
    }

    private Path write(String name, RecordedRuns runs) throws IOException {
        return Files.writeString(temp.resolve(name), lines(runs));
    }

    private static String lines(RecordedRuns runs) {
        return runs.ends().stream()
                .map(run -> CanaryLogCodec.encode(run.start()) + "\n" + CanaryLogCodec.encode(run) + "\n")
                .collect(Collectors.joining());
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, arguments);
    }

    private int outages(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "canary";
        arguments[1] = "outages";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return run(arguments);
    }

    @Test
    void it_states_the_outage() {
        assertThat(outages(log.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "POST /orders failed in all 5 probes from 2026-03-02 11:33:02 to 11:37:03 UTC (location fra).")
                .contains("45.454 % to 63.637 % (up 5 min, down 4 min");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void logs_of_several_locations_in_one_folder_are_merged() throws IOException {
        write("syd.jsonl", new RecordedRuns("syd", "2", BEGIN.plusSeconds(20)).runs("GGGGBBBGGGG"));
        assertThat(outages(temp.toString())).isZero();
        assertThat(out.toString())
                .contains("failed in 8 probes", "(locations fra, syd)", "All locations: ", "By itself: ");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void standard_input_is_read() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(Files.readString(log).getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(outages("-")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).contains("failed in all 5 probes");
    }

    @Test
    void json_holds_the_bounds() throws Exception {
        assertThat(outages("--format", "json", log.toString())).isZero();
        JsonObject window = JsonParser.object()
                .from(out.toString())
                .getArray("canaries")
                .getObject(0)
                .getArray("outages")
                .getObject(0);
        assertThat(window.getString("beganAfter")).isEqualTo("2026-03-02T11:32:02Z");
        assertThat(window.getString("beganBy")).isEqualTo("2026-03-02T11:33:03Z");
        assertThat(window.getString("endedFrom")).isEqualTo("2026-03-02T11:37:02Z");
        assertThat(window.getString("endedBefore")).isEqualTo("2026-03-02T11:38:03Z");
        assertThat(window.getDouble("atLeastIfNoRecovery")).isEqualTo(239);
        assertThat(window.getDouble("atMost")).isEqualTo(361);
    }

    @Test
    void csv_has_a_line_for_each_window_and_no_formula() throws IOException {
        write("odd.jsonl", new RecordedRuns("=cmd,\"x\"", "9", BEGIN).runs("GBGGG"));
        assertThat(outages("--format", "csv", temp.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(3).anySatisfy(line -> assertThat(line)
                .contains("\"'=cmd,\"\"x\"\"\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void a_page_holds_the_statement_and_escapes_names(String format) throws IOException {
        write("odd.jsonl", new RecordedRuns("<script>x", "9", BEGIN).runs("GBGGG"));
        Path page = temp.resolve("report/page");
        assertThat(outages("--format", format, "--out", page.toString(), temp.toString()))
                .isZero();
        assertThat(page).content().contains("failed in 6 probes").doesNotContain("<script>");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nothing_recorded_is_neither_good_nor_bad() throws IOException {
        assertThat(outages("--from", "2026-03-03", log.toString())).isEqualTo(3);
        assertThat(err.toString().lines()).hasSize(1);
        Path empty = Files.createFile(temp.resolve("empty.jsonl"));
        assertThat(outages(empty.toString())).isEqualTo(3);
        Path proof = write(
                "proof.jsonl",
                new RecordedRuns("", "7", BEGIN).mode(RunMode.PROOF).runs("GBG"));
        assertThat(outages(proof.toString())).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--from, yesterday",
        "--to, 2026-13-01",
        "--from, 2026-03-02T11:30:00+99:00",
        "--format, pdf",
        "--out, /",
    })
    void a_wrong_option_is_one_line_and_misuse(String option, String value) {
        assertThat(outages(option, value, log.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(value).doesNotContain("at dev.andon");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_wrong_log_is_one_line_and_misuse() throws IOException {
        assertThat(outages(temp.resolve("missing").toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("missing does not exist");
        Path empty = Files.createDirectory(temp.resolve("folder"));
        assertThat(outages(empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("holds no .jsonl file");
        assertThat(outages("--from", "2026-03-02", "--to", "2026-03-02", log.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--from must be before --to");
        assertThat(outages()).isEqualTo(2);
    }

    @Test
    void a_torn_line_is_said_and_costs_nothing_else() throws IOException {
        List<RunEnd> runs = new RecordedRuns("fra", "1", BEGIN).runs("GGBBGGG").ends();
        String text = runs.stream().map(CanaryLogCodec::encode).collect(Collectors.joining("\n"));
        Path torn = Files.writeString(temp.resolve("torn.jsonl"), text + "\n{\"schemaVersion\":2,\"ty");
        assertThat(outages(torn.toString())).isZero();
        assertThat(out.toString()).contains("failed in both probes");
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("skipped: ", "line 8");
    }

    @Test
    void replay_tells_what_a_policy_would_have_done() throws IOException {
        Path blips = write("blips.jsonl", new RecordedRuns("fra", "1", BEGIN).runs("GGBGGGGBBBBBGGGG"));
        assertThat(run("canary", "replay", "--policy", "3/5", "--policy", "1/1", blips.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("3/5: 1 alert in 15 min", "2 seen as outages, 1 without alert", "alerted at most 3 min 2 s")
                .contains("1/1: 2 alerts in 15 min", "2 seen as outages, 0 without alert")
                .contains("without alert: POST /orders failed in 1 probe");
    }

    /** It alerts nobody under most policies, so what states it must not round it away. */
    @Test
    void one_failure_in_ten_every_two_minutes_is_stated_and_replayed() throws IOException {
        Path unreliable = write(
                "unreliable.jsonl",
                new RecordedRuns("fra", "1", BEGIN).every(Duration.ofMinutes(2)).runs("GGGGGGGGGB".repeat(10) + "G"));
        assertThat(outages(unreliable.toString())).isZero();
        assertThat(out.toString())
                .contains("80 % to 100 % (up 2 h 40 min, down 0 s, up or down 40 min", "91 good and 10 failed runs");
        assertThat(out.toString().lines().filter(line -> line.contains("failed in 1 probe at")))
                .hasSize(10);
        out.getBuffer().setLength(0);
        assertThat(run("canary", "replay", "--policy", "3/5", "--policy", "2/15", unreliable.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("3/5: 0 alerts in 3 h 20 min", "10 seen as outages, 10 without alert")
                .contains("2/15: 5 alerts in 3 h 20 min", "10 seen as outages, 5 without alert");
    }

    @Test
    void replay_can_ask_for_several_locations() throws IOException {
        write("syd.jsonl", new RecordedRuns("syd", "2", BEGIN).runs("GGGGGGGGGGGG"));
        assertThat(run("canary", "replay", "--policy", "3/5", "--locations", "2", temp.toString()))
                .isZero();
        assertThat(out.toString()).contains("3/5 at 2 locations: 0 alerts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6/5", "often", "0/3"})
    void replay_refuses_what_is_no_policy(String policy) {
        assertThat(run("canary", "replay", "--policy", policy, log.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains(policy);
    }
}

package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.canary.outages.LocationOutages;
import dev.andon.internal.canary.outages.OutageCollector;
import dev.andon.internal.canary.outages.OutageRange;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.outages.OutageWindow;
import dev.andon.internal.canary.outages.RecordedRuns;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.ClockOffset;
import dev.andon.internal.formats.RunEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of {@code docs/canary-outages.md} states the same windows as the command, and its sentence is the command's. */
class OutagesInSqlIT {
    private static final Path PAGE = Path.of("docs/canary-outages.md");
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
    private static final Instant BEGIN = Instant.parse("2026-03-02T11:30:02Z");

    @TempDir
    Path temp;

    private record Row(
            String location,
            String traceId,
            String beganAfter,
            String beganBy,
            String endedFrom,
            String endedBefore,
            int bad) {
        static Row of(OutageWindow window) {
            return new Row(
                    window.firstBad().location(),
                    window.firstBad().traceId(),
                    window.beganAfter().map(Instant::toString).orElse("-"),
                    window.beganBy().toString(),
                    window.endedFrom().toString(),
                    window.endedBefore().map(Instant::toString).orElse("-"),
                    window.bad());
        }
    }

    private static RecordedRuns randomRuns(String location, Random random) {
        RecordedRuns runs = new RecordedRuns(location, location, BEGIN.plusMillis(random.nextInt(60_000)));
        for (int i = 0; i < 80; i++) {
            if (random.nextInt(4) == 0) {
                runs.clock(new ClockOffset(
                        Duration.ofMillis(random.nextInt(4000) - 2000), Duration.ofMillis(500 + random.nextInt(900))));
            } else {
                runs.noClock();
            }
            runs.took(Duration.ofMillis(100 + 2 * random.nextInt(5200)))
                    .failingWith(random.nextBoolean() ? "503" : "200")
                    .retried(random.nextInt(5) == 0)
                    .runs(String.valueOf("GGGGGBBBUD.".charAt(random.nextInt(11))));
        }
        return runs;
    }

    @Test
    void it_states_the_same_windows() throws IOException, SQLException {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Path folder = Files.createDirectory(temp.resolve("seed-" + seed));
            OutageCollector collector = new OutageCollector(OutageRange.ALL);
            List<RunEnd> ends = new ArrayList<>();
            for (String location : List.of("fra", "syd")) {
                List<RunEnd> runs = randomRuns(location, random).ends();
                ends.addAll(runs);
                Files.writeString(
                        folder.resolve(location + ".jsonl"),
                        runs.stream().map(CanaryLogCodec::encode).collect(Collectors.joining("\n", "", "\n{\"ty")));
            }
            ends.stream()
                    .sorted(Comparator.comparing(run -> run.start().started()))
                    .forEach(collector::accept);
            List<Row> stated = collector.report().canaries().get(0).locations().stream()
                    .map(LocationOutages::windows)
                    .flatMap(List::stream)
                    .map(Row::of)
                    .toList();
            assertThat(stated).hasSizeGreaterThan(4);
            assertThat(byDuckDb(folder)).as("seed " + seed).isEqualTo(stated);
        }
    }

    private static List<Row> byDuckDb(Path folder) throws IOException, SQLException {
        Matcher sql = SQL.matcher(Files.readString(PAGE));
        assertThat(sql.find()).isTrue();
        List<Row> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(sql.group(1).replace("canary-log/*.jsonl", folder + "/*.jsonl"))) {
            while (result.next()) {
                rows.add(new Row(
                        result.getString("location"),
                        result.getString("trace_id"),
                        time(result, "began_after"),
                        time(result, "began_by"),
                        time(result, "ended_from"),
                        time(result, "ended_before"),
                        result.getInt("failed")));
            }
        }
        return rows;
    }

    private static String time(ResultSet result, String column) throws SQLException {
        LocalDateTime time = result.getObject(column, LocalDateTime.class);
        return time == null ? "-" : time.toInstant(ZoneOffset.UTC).toString();
    }

    @Test
    void the_sentence_of_the_page_is_what_the_command_writes() {
        OutageCollector collector = new OutageCollector(OutageRange.ALL);
        RecordedRuns.from("2026-03-02T11:30:02Z")
                .runs("GGGGGBBBBBBBBBBBGGGG")
                .ends()
                .forEach(collector::accept);
        assertThat(PAGE)
                .content()
                .contains("> "
                        + OutageSentence.of(
                                collector.report().canaries().get(0).outages().get(0)));
    }
}

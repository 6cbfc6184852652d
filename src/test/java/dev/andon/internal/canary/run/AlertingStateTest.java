package dev.andon.internal.canary.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import dev.andon.internal.canary.alert.Alert;
import dev.andon.internal.canary.outages.RecordedRuns;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertingStateTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T11:30:02Z");

    @Canary(operation = "place an order", name = "place-an-order", every = "1m", timeout = "10s")
    static class OrderTestCases {
        @Test
        void orders() {}
    }

    private static AlertingState state() {
        return new AlertingState(List.of(LoadedCanary.of(OrderTestCases.class)), Map.of(), "production", "fra", BEGIN);
    }

    private static void accept(AlertingState state, RunEnd end) {
        state.accept(end.start());
        state.accept(end);
    }

    /** A receiver keeps what it was told by the incident's id, and links it by the trace. */
    @Test
    void a_missing_run_is_an_incident_of_its_own_without_a_trace() {
        AlertingState state = state();
        RecordedRuns runs = RecordedRuns.from(BEGIN.toString()).runs("GBBB");
        runs.ends().forEach(end -> accept(state, end));

        Instant late = BEGIN.plus(Duration.ofMinutes(20));
        List<Alert> alerts = state.alerts(late);

        assertThat(alerts).extracting(Alert::canary).containsExactlyInAnyOrder("place-an-order", "canary-runner");
        assertThat(alerts).extracting(Alert::traceId).containsExactlyInAnyOrder("fra-1-0002", "");
        Alert missing = alerts.get(1);
        assertThat(missing.incident()).isEqualTo("canary-runner-late-" + late);
        assertThat(state.alerts(late.plusSeconds(60)).get(1)).isEqualTo(missing);

        accept(state, runs.add(late.plusSeconds(60), 'B'));
        Alert ended = state.alerts(late.plusSeconds(62)).get(1);
        assertThat(ended.incident()).isEqualTo(missing.incident());
        assertThat(ended.firing()).isFalse();
    }

    @Test
    void the_logs_of_processes_that_overlapped_are_read_in_the_order_of_time(@TempDir Path folder) throws IOException {
        RecordedRuns first = new RecordedRuns("fra", "1", BEGIN);
        first.add(BEGIN, 'G');
        first.add(BEGIN.plusSeconds(120), 'B');
        RecordedRuns second = new RecordedRuns("fra", "2", BEGIN);
        second.add(BEGIN.plusSeconds(60), 'B');
        write(folder.resolve("1.jsonl"), first);
        write(folder.resolve("2.jsonl"), second);
        Files.setLastModifiedTime(
                folder.resolve("2.jsonl"), FileTime.from(Instant.now().minusSeconds(3600)));

        List<CanaryLogLine> lines = new ArrayList<>();
        assertThat(LogEnd.read(folder, lines::add, problem -> {})).isTrue();

        assertThat(lines.stream()
                        .filter(RunEnd.class::isInstance)
                        .map(line -> ((RunEnd) line).start().traceId()))
                .containsExactly("fra-1-0001", "fra-2-0001", "fra-1-0002");
    }

    private static void write(Path file, RecordedRuns runs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (RunEnd end : runs.ends()) {
            lines.add(CanaryLogCodec.encode(end.start()));
            lines.add(CanaryLogCodec.encode(end));
        }
        Files.write(file, lines);
    }
}

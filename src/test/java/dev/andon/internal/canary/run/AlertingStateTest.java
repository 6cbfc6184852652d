package dev.andon.internal.canary.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import dev.andon.internal.canary.alert.Alert;
import dev.andon.internal.canary.alert.AlertSeverity;
import dev.andon.internal.canary.outages.RecordedRuns;
import dev.andon.internal.formats.AlertNotice;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Whoever was paged that the runner is late must be told that a new process has taken over. */
    @Test
    void a_late_runner_is_resolved_after_a_restart() {
        AlertingState first = state();
        RecordedRuns runs = RecordedRuns.from(BEGIN.toString()).runs("GGG");
        runs.ends().forEach(end -> accept(first, end));
        Instant late = BEGIN.plus(Duration.ofMinutes(20));
        Alert missing = first.alerts(late).get(0);

        Instant restart = late.plusSeconds(90);
        AlertingState second = new AlertingState(
                List.of(LoadedCanary.of(OrderTestCases.class)), Map.of(), "production", "fra", restart);
        runs.ends().forEach(end -> accept(second, end));
        for (String location : List.of("fra", "ams")) {
            second.accept(notice(missing.incident(), location));
        }
        second.accept(notice("canary-runner-late-yesterday", "fra"));
        second.endOfLog();

        Alert ended = second.alerts(restart).get(0);
        assertThat(ended.incident()).isEqualTo(missing.incident());
        assertThat(ended.startsAt()).isEqualTo(missing.startsAt());
        assertThat(ended.endsAt()).contains(restart);
        assertThat(second.alerts(restart.plusSeconds(60))).containsExactly(ended);
        assertThat(second.runnerAlerts()).isFalse();
    }

    private static AlertNotice notice(String incident, String location) {
        return new AlertNotice(BEGIN, "canary-runner", "production", location, "pager", incident, true, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the runner itself has no descriptors or threads left",
                "the runner itself got no processor for 3 s",
                RunnerHealth.OWN_NETWORK
            })
    void what_the_runner_lacks_is_one_alert_of_the_runner_and_no_outage(String lack) {
        AlertingState state = state();
        RecordedRuns runs = RecordedRuns.from(BEGIN.toString()).runs("GUUU");
        runs.ends().forEach(end -> accept(state, because(end, lack + "; the canary said: no answer")));

        Alert alert = state.alerts(BEGIN.plusSeconds(200)).get(0);
        assertThat(state.alerts(BEGIN.plusSeconds(200))).hasSize(1);
        assertThat(state.firing()).isEmpty();
        assertThat(state.runnerAlerts()).isTrue();
        assertThat(alert.canary()).isEqualTo("canary-runner");
        assertThat(alert.severity()).isEqualTo(AlertSeverity.CANARY);
        assertThat(alert.statement()).isEqualTo(lack + ", so nothing is known of any canary's operation");

        runs.runs("GG");
        runs.ends().subList(4, 6).forEach(end -> accept(state, end));
        assertThat(state.alerts(BEGIN.plusSeconds(320))).allMatch(one -> !one.firing());
        assertThat(state.runnerAlerts()).isFalse();
    }

    private static RunEnd because(RunEnd end, String reason) {
        return new RunEnd(
                end.start(),
                end.duration(),
                end.outcome(),
                end.succeeded() ? "" : reason,
                end.errorType(),
                end.attempts(),
                end.steps(),
                end.failingStep(),
                end.cleanupFailure(),
                end.clock());
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

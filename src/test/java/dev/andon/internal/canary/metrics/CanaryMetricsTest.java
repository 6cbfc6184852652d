package dev.andon.internal.canary.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.metrics.CanaryMetrics.WatchedCanary;
import dev.andon.internal.formats.RunAttempt;
import dev.andon.internal.formats.RunCanary;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.RunStart;
import dev.andon.internal.formats.RunnerIdentity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryMetricsTest {
    private static final Instant STARTED = Instant.parse("2027-01-31T11:35:02.500Z");
    private static final String TAGS = "{canary=\"place-an-order\",environment=\"production\",location=\"fra\"}";

    private final CanaryMetrics metrics = new CanaryMetrics();

    private static RunEnd run(CanaryOutcome outcome, int attempts) {
        RunStart start = new RunStart(
                "0af7651916cd43dd8448eb211c80319c",
                1,
                new RunCanary(
                        "place-an-order",
                        "com.acme.PlaceAnOrderCanary",
                        "place an order",
                        "POST /orders",
                        "1.0.0",
                        Optional.of(Duration.ofMinutes(5)),
                        Duration.ofSeconds(10),
                        "3/5"),
                new RunnerIdentity("p", "host", "fra", RunMode.RUN),
                "production",
                "https://shop.acme.com",
                Optional.of(STARTED.minusMillis(250)),
                STARTED,
                Duration.ofHours(1),
                false,
                "");
        RunAttempt attempt = new RunAttempt(STARTED, Duration.ofMillis(700), "");
        return new RunEnd(
                start,
                Duration.ofMillis(700),
                outcome,
                outcome == CanaryOutcome.SUCCESS ? "" : "expected 201, was \"s3cret of a customer\"",
                "",
                List.of(attempt, attempt).subList(0, attempts),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private double value(String series) {
        return metrics.text()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private double runs(String outcome) {
        return value("canary_runs_total" + TAGS.replace("}", ",outcome=\"" + outcome + "\"}"));
    }

    @Test
    void each_outcome_is_counted_from_zero_and_degraded_is_a_success() {
        metrics.expect(new WatchedCanary("place-an-order", "production", "fra"), Duration.ofMinutes(5));
        assertThat(runs("failure")).isZero();
        assertThat(value("canary_last_run_timestamp_seconds" + TAGS)).isNaN();
        metrics.finished(run(CanaryOutcome.DEGRADED, 1));
        metrics.finished(run(CanaryOutcome.FAILURE, 2));
        assertThat(runs("degraded")).isOne();
        assertThat(runs("failure")).isOne();
        assertThat(runs("success")).isZero();
        assertThat(value("canary_retries_total" + TAGS)).isOne();
        assertThat(value("canary_interval_seconds" + TAGS)).isEqualTo(300);
        assertThat(value("canary_last_result_failed" + TAGS)).isOne();
        assertThat(value("canary_schedule_lag_seconds" + TAGS)).isEqualTo(0.25);
        assertThat(value("canary_last_success_timestamp_seconds" + TAGS))
                .isEqualTo(STARTED.toEpochMilli() / 1000.0 + 0.7);
        assertThat(value("canary_run_duration_seconds_bucket" + TAGS.replace("}", ",le=\"1.0\"}")))
                .isEqualTo(2);
        assertThat(value("canary_run_duration_seconds_bucket" + TAGS.replace("}", ",le=\"0.5\"}")))
                .isZero();
        assertThat(value("runner_healthy")).isOne();
    }

    /** Nothing is averaged away: each run counts, and so does the last failure among good runs. */
    @Test
    void one_failure_in_ten_is_a_tenth_of_the_runs() {
        for (int run = 1; run <= 100; run++) {
            metrics.finished(run(run % 10 == 0 ? CanaryOutcome.FAILURE : CanaryOutcome.SUCCESS, 1));
        }
        assertThat(runs("failure")).isEqualTo(10);
        assertThat(runs("success")).isEqualTo(90);
        assertThat(value("canary_last_result_failed" + TAGS)).isOne();
    }

    @Test
    void a_run_that_learnt_nothing_moves_no_result() {
        metrics.finished(run(CanaryOutcome.FAILURE, 1));
        metrics.finished(run(CanaryOutcome.UNKNOWN, 0));
        assertThat(value("canary_last_result_failed" + TAGS)).isOne();
        assertThat(runs("unknown")).isOne();
        assertThat(value("canary_run_duration_seconds_count" + TAGS)).isOne();
        assertThat(value("canary_last_success_timestamp_seconds" + TAGS)).isNaN();
    }

    @Test
    void the_states_of_policy_and_runner_are_shown() {
        metrics.alerting(CanaryMetrics.watched(run(CanaryOutcome.FAILURE, 1)), true);
        metrics.healthy(false);
        assertThat(value("canary_alerting" + TAGS)).isOne();
        assertThat(value("runner_healthy")).isZero();
    }

    @Test
    void no_text_of_a_failure_is_in_a_metric() {
        metrics.finished(run(CanaryOutcome.FAILURE, 1));
        assertThat(metrics.text()).doesNotContain("s3cret").doesNotContain("customer");
    }

    @Test
    void the_endpoint_answers_for_metrics_and_for_nothing_else() throws Exception {
        metrics.finished(run(CanaryOutcome.SUCCESS, 1));
        try (MetricsEndpoint endpoint = MetricsEndpoint.start("127.0.0.1:0", metrics)) {
            HttpResponse<String> found = get(endpoint, "/metrics", "GET");
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.headers().firstValue("Content-Type")).contains(CanaryMetrics.CONTENT_TYPE);
            assertThat(found.body()).contains("canary_runs_total");
            assertThat(get(endpoint, "/metrics/x", "GET").statusCode()).isEqualTo(404);
            assertThat(get(endpoint, "/", "GET").statusCode()).isEqualTo(404);
            assertThat(get(endpoint, "/metrics", "POST").statusCode()).isEqualTo(405);
        }
    }

    private static HttpResponse<String> get(MetricsEndpoint endpoint, String path, String method) throws Exception {
        URI uri = URI.create(endpoint.uri()).resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_textfile_is_replaced_as_a_whole(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new").resolve("canaries.prom");
        MetricsTextfile.write(file, metrics);
        metrics.finished(run(CanaryOutcome.SUCCESS, 1));
        MetricsTextfile.write(file, metrics);
        assertThat(file).content().isEqualTo(metrics.text());
        assertThat(Files.list(file.getParent())).containsExactly(file);
    }
}

package dev.andon.internal.canary.rules;

import dev.andon.testing.InstalledTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exported rules, evaluated by Prometheus' own promtool. The order canary runs each 5 minutes with 3/5, the product canary
 * each 2 minutes with 3 in a row; a sample stands for each minute.
 */
class PrometheusRulesIT {
    private static final List<WatchedSpec> CANARIES = List.of(WatchedSpecs.ORDERS, WatchedSpecs.PRODUCTS);
    private static final String ORDERS = "canary=\"place-an-order\",environment=\"production\"";
    private static final String PRODUCTS = "canary=\"browse-the-products\",environment=\"production\"";

    @TempDir
    Path folder;

    private InstalledTool promtool;

    @BeforeEach
    void find() {
        promtool = InstalledTool.ofPrometheus("promtool");
    }

    @Test
    void promtool_accepts_the_rules_and_the_queries_of_the_dashboard() throws IOException {
        Files.writeString(folder.resolve("each.yml"), PrometheusRules.of(CANARIES, LocationQuorum.EACH));
        Files.writeString(folder.resolve("quorum.yml"), PrometheusRules.of(CANARIES, new LocationQuorum(2, 3)));
        StringBuilder queries = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        for (String query : GrafanaDashboard.queries()) {
            queries.append("      - record: query")
                    .append(queries.length())
                    .append("\n        expr: '")
                    .append(query)
                    .append("'\n");
        }
        Files.writeString(folder.resolve("dashboard.yml"), queries);
        promtool.run(folder, "check", "rules", "each.yml", "quorum.yml", "dashboard.yml");
    }

    private void test(LocationQuorum quorum, String... tests) throws IOException {
        Files.writeString(folder.resolve("rules.yml"), PrometheusRules.of(CANARIES, quorum));
        Files.writeString(
                folder.resolve("tests.yml"),
                "rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n" + String.join("", tests));
        promtool.run(folder, "test", "rules", "tests.yml");
    }

    /** Series of one test, each a metric with labels and its values. */
    private static String series(String... series) {
        StringBuilder text = new StringBuilder("  - interval: 1m\n    input_series:\n");
        for (int i = 0; i < series.length; i += 2) {
            text.append("      - series: '")
                    .append(series[i])
                    .append("'\n        values: '")
                    .append(series[i + 1])
                    .append("'\n");
        }
        return text + "    alert_rule_test:\n";
    }

    private static String silent(String alert, String... times) {
        StringBuilder text = new StringBuilder();
        for (String time : times) {
            text.append("      - {eval_time: ")
                    .append(time)
                    .append(", alertname: ")
                    .append(alert)
                    .append(", exp_alerts: []}\n");
        }
        return text.toString();
    }

    private static String fires(String alert, String time, String labels, String annotations) {
        return "      - eval_time: " + time + "\n        alertname: " + alert
                + "\n        exp_alerts:\n          - exp_labels: {" + labels
                + ", owner: shop-team, evaluated_by: prometheus}\n"
                + "            exp_annotations: {" + annotations
                + ", operation: 'place an \"order\" (POST /orders/{id})',"
                + " runbook_url: 'https://wiki.acme.com/orders'}\n";
    }

    private static String failing(String location) {
        return "canary_last_result_failed{" + ORDERS + ",location=\"" + location + "\"}";
    }

    private static String ordersFail(String location) {
        return "summary: 'place an \"order\" fails', description: 'Of place-an-order, 3 of the last 5 runs failed at location "
                + location + ": place an \"order\" (POST /orders/{id}).'";
    }

    @Test
    void three_of_five_failed_runs_alert_and_one_blip_or_two_do_not() throws IOException {
        test(
                LocationQuorum.EACH,
                // One failed run, from minute 10 to 14; then two more, with a good one between.
                series(failing("fra"), "0x9 1x4 0x50") + silent("CanaryFailing", "13m", "23m", "33m"),
                series(failing("fra"), "0x9 1x9 0x50") + silent("CanaryFailing", "13m", "18m", "23m", "33m"),
                series(failing("fra"), "0x9 1x4 0x4 1x9 0x50")
                        + silent("CanaryFailing", "13m", "23m")
                        + fires(
                                "CanaryFailing",
                                "28m",
                                "canary: place-an-order, environment: production, location: fra, severity: critical",
                                ordersFail("fra"))
                        + silent("CanaryFailing", "48m"));
    }

    @Test
    void three_in_a_row_alert_and_two_with_a_good_run_between_do_not() throws IOException {
        String failed = "canary_last_result_failed{" + PRODUCTS + ",location=\"\"}";
        test(
                LocationQuorum.EACH,
                series(failed, "0x9 1x3 0x1 1x3 0x20")
                        + silent("CanaryFailing", "11m", "13m", "15m", "17m", "19m", "21m"),
                series(failed, "0x9 1x9 0x20")
                        + silent("CanaryFailing", "13m")
                        + fires(
                                "CanaryFailing",
                                "15m",
                                "canary: browse-the-products, environment: production, severity: critical",
                                "summary: 'place an \"order\" fails', description: 'Of browse-the-products, the last 3 runs"
                                        + " failed at location : place an \"order\" (POST /orders/{id}).'")
                        + silent("CanaryFailing", "21m"));
    }

    @Test
    void a_muted_canary_does_not_alert() throws IOException {
        test(
                LocationQuorum.EACH,
                series(failing("fra"), "1x60", "canary_muted{" + ORDERS + ",location=\"fra\"}", "1x60")
                        + silent("CanaryFailing", "30m", "58m"));
    }

    @Test
    void two_of_three_locations_page_and_one_alone_warns() throws IOException {
        String warning = "canary: place-an-order, environment: production, location: fra, severity: warning";
        String one =
                "summary: 'place an \"order\" fails as seen from one location', description: 'Of place-an-order, 3 of the"
                        + " last 5 runs failed at location fra.'";
        test(
                new LocationQuorum(2, 3),
                series(failing("fra"), "1x60", failing("nyc"), "0x60", failing("sin"), "0x60")
                        + silent("CanaryFailing", "30m", "58m")
                        + fires("CanaryFailingAtLocation", "58m", warning, one),
                series(failing("fra"), "1x60", failing("nyc"), "1x60", failing("sin"), "0x60")
                        + fires(
                                "CanaryFailing",
                                "58m",
                                "canary: place-an-order, environment: production, severity: critical",
                                "summary: 'place an \"order\" fails', description: 'Of place-an-order, 3 of the last 5 runs"
                                        + " failed at 2 locations: place an \"order\" (POST /orders/{id}).'"));
    }

    @Test
    void a_location_that_gives_no_result_is_missing() throws IOException {
        String result = "canary_last_result_timestamp_seconds{" + ORDERS + ",location=\"";
        test(
                new LocationQuorum(2, 3),
                series(result + "fra\"}", "0+60x60", result + "nyc\"}", "0+60x60", result + "sin\"}", "0+60x60")
                        + silent("CanaryLocationMissing", "58m"),
                series(result + "fra\"}", "0+60x60", result + "nyc\"}", "0+60x60", result + "sin\"}", "0x60")
                        + silent("CanaryLocationMissing", "10m")
                        + fires(
                                "CanaryLocationMissing",
                                "40m",
                                "canary: place-an-order, environment: production, severity: warning",
                                "summary: 'place-an-order gives no result at some location', description: 'Of 3 locations, 2"
                                        + " have a result of place-an-order.'"));
    }

    @Test
    void a_canary_without_result_warns_its_owner_and_never_says_that_the_service_is_down() throws IOException {
        String labels = "{" + ORDERS + ",location=\"fra\"}";
        String expected = fires(
                "CanaryWithoutResult",
                "40m",
                "canary: place-an-order, environment: production, location: fra, severity: warning",
                "summary: place-an-order gives no result, description: 'The runs of place-an-order at location fra end without"
                        + " a result, or do not begin. Nobody knows whether place an \"order\" (POST /orders/{id}) works.'");
        test(
                LocationQuorum.EACH,
                // Stopped: both stand still.
                series(
                                "canary_last_run_timestamp_seconds" + labels,
                                "0x60",
                                "canary_last_result_timestamp_seconds" + labels,
                                "0x60",
                                failing("fra"),
                                "0x60")
                        + silent("CanaryWithoutResult", "10m")
                        + expected
                        + silent("CanaryFailing", "40m"),
                // Runs, and never learnt anything.
                series("canary_last_run_timestamp_seconds" + labels, "0+60x60")
                        + silent("CanaryWithoutResult", "3m")
                        + expected
                        + silent("CanaryFailing", "40m"),
                series(
                                "canary_last_run_timestamp_seconds" + labels,
                                "0+60x60",
                                "canary_last_result_timestamp_seconds" + labels,
                                "0+60x60")
                        + silent("CanaryWithoutResult", "40m"));
    }

    @Test
    void a_canary_that_nobody_runs_is_absent() throws IOException {
        test(
                LocationQuorum.EACH,
                series("up", "1x60")
                        + silent("CanaryAbsent", "2m")
                        + fires(
                                "CanaryAbsent",
                                "40m",
                                "canary: place-an-order, severity: warning",
                                "summary: place-an-order is not run, description: 'Prometheus knows no run of"
                                        + " place-an-order: no runner is scraped. Nobody knows whether place an \"order\" (POST"
                                        + " /orders/{id}) works.'")
                        + "          - exp_labels: {canary: browse-the-products, severity: warning, owner: shop-team, evaluated_by: prometheus}\n"
                        + "            exp_annotations: {summary: browse-the-products is not run, description: 'Prometheus knows"
                        + " no run of browse-the-products: no runner is scraped. Nobody knows whether place an \"order\" (POST"
                        + " /orders/{id}) works.', operation: 'place an \"order\" (POST /orders/{id})', runbook_url:"
                        + " 'https://wiki.acme.com/orders'}\n");
    }
}

package dev.andon.internal.canary.rules;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A dashboard for Grafana, over the metrics in Prometheus. */
public final class GrafanaDashboard {
    private static final int SCHEMA = 39;
    private static final int WIDTH = 24;
    private static final int HEIGHT = 8;
    private static final String CHOSEN = "{environment=~\"$environment\",canary=~\"$canary\"}";

    private final JsonStringWriter json = JsonWriter.indent("  ").string();
    private int panels;

    private GrafanaDashboard() {}

    /** A panel: its type, title, unit, query, and the legend of its series. */
    record Panel(String type, String title, String unit, String query, String legend) {}

    private static final List<Panel> PANELS = List.of(
            new Panel(
                    "state-timeline",
                    "Failed (1) or worked (0)",
                    "short",
                    "canary_last_result_failed" + CHOSEN,
                    "{{canary}} {{location}}"),
            new Panel("stat", "Alerting now", "short", "sum(canary_alerting" + CHOSEN + ")", "alerting"),
            new Panel(
                    "timeseries",
                    "Runs that worked, of those with a result",
                    "percentunit",
                    "sum by (canary) (increase(canary_runs_total"
                            + CHOSEN.replace("}", ",outcome=~\"success|degraded\"}") + "[$__range])) / sum by (canary)"
                            + " (increase(canary_runs_total" + CHOSEN.replace("}", ",outcome!=\"unknown\"}")
                            + "[$__range]))",
                    "{{canary}}"),
            new Panel(
                    "timeseries",
                    "Duration, 95th percentile",
                    "s",
                    "histogram_quantile(0.95, sum by (canary, le) (rate(canary_run_duration_seconds_bucket" + CHOSEN
                            + "[$__rate_interval])))",
                    "{{canary}}"),
            new Panel(
                    "timeseries",
                    "Time since the last success",
                    "s",
                    "time() - canary_last_success_timestamp_seconds" + CHOSEN,
                    "{{canary}} {{location}}"),
            new Panel(
                    "timeseries",
                    "Second attempts",
                    "short",
                    "sum by (canary) (increase(canary_retries_total" + CHOSEN + "[$__rate_interval]))",
                    "{{canary}}"),
            new Panel(
                    "timeseries",
                    "Schedule lag",
                    "s",
                    "canary_schedule_lag_seconds" + CHOSEN,
                    "{{canary}} {{location}}"),
            new Panel(
                    "stat",
                    "Runners that are unhealthy",
                    "short",
                    "count(runner_healthy == 0) or vector(0)",
                    "runners"));

    /** Returns the dashboard, in JSON, for import by a person or by provisioning. */
    public static String of(List<WatchedSpec> canaries) {
        return new GrafanaDashboard().dashboard(canaries);
    }

    /** Returns the queries of the dashboard with their variables filled in, so that they can be checked. */
    static List<String> queries() {
        List<String> queries = new ArrayList<>();
        for (Panel panel : PANELS) {
            queries.add(panel.query()
                    .replace("$environment", ".+")
                    .replace("$canary", ".+")
                    .replace("$__range", "1h")
                    .replace("$__rate_interval", "5m"));
        }
        return queries;
    }

    private String dashboard(List<WatchedSpec> canaries) {
        json.object()
                .value("uid", "andon-canaries")
                .value("title", "Canaries")
                .value("schemaVersion", SCHEMA)
                .value("editable", true)
                .value("refresh", "1m")
                .object("time")
                .value("from", "now-24h")
                .value("to", "now")
                .end()
                .object("templating")
                .array("list");
        json.object()
                .value("name", "datasource")
                .value("type", "datasource")
                .value("query", "prometheus")
                .end();
        variable("environment");
        variable("canary");
        json.end().end().array("panels");
        PANELS.forEach(this::panel);
        declarations(canaries);
        return json.end().end().done() + "\n";
    }

    private void variable(String name) {
        json.object()
                .value("name", name)
                .value("type", "query")
                .value("includeAll", true)
                .value("multi", true);
        datasource();
        json.value("query", "label_values(canary_runs_total, " + name + ")")
                .value("refresh", 2)
                .object("current")
                .value("text", "All")
                .value("value", "$__all")
                .end()
                .end();
    }

    private void datasource() {
        json.object("datasource")
                .value("type", "prometheus")
                .value("uid", "${datasource}")
                .end();
    }

    private void begin(String type, String title, int width) {
        json.object()
                .value("id", ++panels)
                .value("type", type)
                .value("title", title)
                .object("gridPos")
                .value("h", HEIGHT)
                .value("w", width)
                .value("x", (panels - 1) % 2 * width)
                .value("y", (panels - 1) / 2 * HEIGHT)
                .end();
    }

    private void panel(Panel panel) {
        begin(panel.type(), panel.title(), WIDTH / 2);
        datasource();
        json.object("fieldConfig")
                .object("defaults")
                .value("unit", panel.unit())
                .end()
                .array("overrides")
                .end()
                .end();
        json.array("targets")
                .object()
                .value("refId", "A")
                .value("expr", panel.query())
                .value("legendFormat", panel.legend())
                .end()
                .end()
                .end();
    }

    private void declarations(List<WatchedSpec> canaries) {
        String table = canaries.stream()
                .map(canary -> "| " + canary.name() + " | " + cell(canary.operation()) + " | "
                        + cell(canary.spec().owner()) + " | "
                        + cell(canary.spec().runbook()) + " | "
                        + canary.every().toSeconds() + " s | " + canary.policy() + " |\n")
                .collect(Collectors.joining());
        begin("text", "What the canaries declare", WIDTH);
        json.object("options")
                .value("mode", "markdown")
                .value(
                        "content",
                        "| canary | operation | owner | runbook | interval | alerts when |\n|---|---|---|---|---|---|\n"
                                + table)
                .end()
                .end();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}

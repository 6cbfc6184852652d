package dev.andon.internal.canary.rules;

import com.grack.nanojson.JsonWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Alerting rules for Prometheus. They read the gauge of the last result at each interval, which a runner that goes on and one
 * that ends after each run show alike, so a policy over runs is a sum over points in time.
 */
public final class PrometheusRules {
    private static final String BY_LOCATION = "canary, environment, location";
    private static final String CRITICAL = "critical";
    private static final String WARNING = "warning";

    private final StringBuilder text = new StringBuilder();
    private final LocationQuorum quorum;

    private PrometheusRules(LocationQuorum quorum) {
        this.quorum = quorum;
    }

    /** Returns a file of rules, in YAML. */
    public static String of(List<WatchedSpec> canaries, LocationQuorum quorum) {
        PrometheusRules rules = new PrometheusRules(quorum);
        rules.text
                .append(
                        "# Written by `andon canary alerts --format prometheus` from the declarations of the canaries.\n")
                .append("groups:\n  - name: andon-canaries\n    rules:\n");
        canaries.forEach(rules::canary);
        rules.rule(
                "CanaryRunnerUnhealthy",
                "runner_healthy == 0",
                Duration.ofMinutes(2),
                new TreeMap<>(Map.of("evaluated_by", "prometheus", "severity", WARNING)),
                new TreeMap<>(Map.of(
                        "summary",
                        "a canary runner lacks what it needs itself",
                        "description",
                        "The runner at {{ $labels.instance }} cannot run its canaries as scheduled. What they watch may"
                                + " be fine.")));
        return rules.text.toString();
    }

    private void canary(WatchedSpec canary) {
        String failing = failing(canary);
        if (quorum.locations() == 1) {
            rule(
                    "CanaryFailing",
                    failing,
                    Duration.ZERO,
                    labels(canary, CRITICAL),
                    annotations(
                            canary,
                            canary.spec().operation() + " fails",
                            "Of " + canary.name() + ", " + canary.policy() + " at location {{ $labels.location }}: "
                                    + canary.operation() + "."));
        } else {
            locations(canary, failing);
        }
        silent(canary);
    }

    private void locations(WatchedSpec canary, String failing) {
        rule(
                "CanaryFailing",
                "count by (canary, environment) (" + failing + ") >= " + quorum.failing(),
                Duration.ZERO,
                labels(canary, CRITICAL),
                annotations(
                        canary,
                        canary.spec().operation() + " fails",
                        "Of " + canary.name() + ", " + canary.policy() + " at {{ $value }} locations: "
                                + canary.operation() + "."));
        rule(
                "CanaryFailingAtLocation",
                failing,
                Duration.ZERO,
                labels(canary, WARNING),
                annotations(
                        canary,
                        canary.spec().operation() + " fails as seen from one location",
                        "Of " + canary.name() + ", " + canary.policy() + " at location {{ $labels.location }}."));
        rule(
                "CanaryLocationMissing",
                "count by (canary, environment) (time() - canary_last_result_timestamp_seconds{" + selector(canary)
                        + "} <= " + seconds(canary.silence()) + ") < " + quorum.locations(),
                canary.every(),
                labels(canary, WARNING),
                annotations(
                        canary,
                        canary.name() + " gives no result at some location",
                        "Of " + quorum.locations() + " locations, {{ $value }} have a result of " + canary.name()
                                + "."));
    }

    private static String failing(WatchedSpec canary) {
        return "(sum by (" + BY_LOCATION + ") (sum_over_time(canary_last_result_failed{" + selector(canary) + "}["
                + duration(canary.window()) + ":" + duration(canary.every()) + "])) >= "
                + canary.tolerance().failures() + ") unless on (" + BY_LOCATION + ") canary_muted == 1";
    }

    private void silent(WatchedSpec canary) {
        String selector = "{" + selector(canary) + "}";
        String nobodyKnows = " Nobody knows whether " + canary.operation() + " works.";
        rule(
                "CanaryWithoutResult",
                "time() - canary_last_result_timestamp_seconds" + selector + " > " + seconds(canary.silence())
                        + " or canary_last_run_timestamp_seconds" + selector
                        + " unless on (" + BY_LOCATION + ") canary_last_result_timestamp_seconds" + selector,
                canary.every(),
                labels(canary, WARNING),
                annotations(
                        canary,
                        canary.name() + " gives no result",
                        "The runs of " + canary.name() + " at location {{ $labels.location }} end without a result, or"
                                + " do not begin." + nobodyKnows));
        rule(
                "CanaryAbsent",
                "absent(canary_last_run_timestamp_seconds" + selector + ")",
                canary.silence(),
                labels(canary, WARNING),
                annotations(
                        canary,
                        canary.name() + " is not run",
                        "Prometheus knows no run of " + canary.name() + ": no runner is scraped." + nobodyKnows));
    }

    private static String selector(WatchedSpec canary) {
        return "canary=\"" + canary.name() + "\"";
    }

    private static Map<String, String> labels(WatchedSpec canary, String severity) {
        Map<String, String> labels =
                new TreeMap<>(Map.of("canary", canary.name(), "severity", severity, "evaluated_by", "prometheus"));
        if (!canary.spec().owner().isEmpty()) {
            labels.put("owner", canary.spec().owner());
        }
        return labels;
    }

    private static Map<String, String> annotations(WatchedSpec canary, String summary, String description) {
        Map<String, String> annotations =
                new TreeMap<>(Map.of("summary", summary, "description", description, "operation", canary.operation()));
        if (!canary.spec().runbook().isEmpty()) {
            annotations.put("runbook_url", canary.spec().runbook());
        }
        return annotations;
    }

    private void rule(
            String alert, String expression, Duration lasting, Map<String, String> labels, Map<String, String> texts) {
        text.append("      - alert: ").append(alert).append('\n');
        text.append("        expr: ").append(JsonWriter.string(expression)).append('\n');
        if (!lasting.isZero()) {
            text.append("        for: ").append(duration(lasting)).append('\n');
        }
        block("labels", labels);
        block("annotations", texts);
    }

    /** A JSON string is a YAML string too. */
    private void block(String key, Map<String, String> entries) {
        text.append("        ").append(key).append(":\n");
        entries.forEach((name, value) -> text.append("          ")
                .append(name)
                .append(": ")
                .append(JsonWriter.string(value))
                .append('\n'));
    }

    private static String duration(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static String seconds(Duration duration) {
        return String.valueOf(Math.max(1, duration.toSeconds()));
    }
}

package dev.andon.internal.canary.alert;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** PagerDuty, by its Events API v2. The deduplication key is the incident's id: to trigger again opens nothing new. */
final class PagerDutyReceiver implements AlertReceiver {
    static final URI EVENTS = URI.create("https://events.pagerduty.com/v2/enqueue");

    /** The most characters of a summary. */
    private static final int LONGEST_SUMMARY = 1024;

    private final String name;
    private final URI events;
    private final String routingKey;
    private final AlertHttp http;

    PagerDutyReceiver(String name, URI events, String routingKey, AlertHttp http) {
        this.name = name;
        this.events = events;
        this.routingKey = routingKey;
        this.http = http;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AlertDelivery deliver(Alert alert, Instant now) {
        return http.post(events, Optional.empty(), body(alert));
    }

    private String body(Alert alert) {
        String summary = alert.summary() + ": " + alert.statement();
        String source = alert.location().isEmpty() ? alert.environment() : alert.environment() + "/" + alert.location();
        JsonStringWriter json = JsonWriter.string();
        json.object()
                .value("routing_key", routingKey)
                .value("event_action", alert.firing() ? "trigger" : "resolve")
                .value("dedup_key", alert.incident())
                .value("client", "Andon")
                .object("payload")
                .value("summary", summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY)))
                .value("source", source.isEmpty() ? alert.canary() : source)
                .value("severity", alert.severity().id())
                .value("timestamp", alert.startsAt().toString())
                .value("component", alert.canary())
                .value("class", "canary")
                .object("custom_details")
                .value("operation", alert.operation())
                .value("outage", alert.statement());
        AlertJson.text(json, "trace_id", alert.traceId());
        AlertJson.text(json, "owner", alert.owner());
        AlertJson.text(json, "failing_step", alert.failingStep());
        AlertJson.text(json, "runbook", alert.runbook());
        json.end().end();
        if (alert.runbook().matches("https?://.+")) {
            json.array("links")
                    .object()
                    .value("href", alert.runbook())
                    .value("text", "Runbook")
                    .end()
                    .end();
        }
        return json.end().done();
    }
}

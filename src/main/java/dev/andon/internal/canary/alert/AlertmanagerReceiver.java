package dev.andon.internal.canary.alert;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Alertmanager, by its API v2. It forgets what is not sent again, so each delivery says until when it holds; what groups,
 * routes and silences are labels, few and the same for each run, and all texts are annotations.
 */
final class AlertmanagerReceiver implements AlertReceiver {
    private static final int RESENDS_AHEAD = 4;

    private final String name;
    private final URI alerts;
    private final Optional<String> authorization;
    private final Duration resend;
    private final AlertHttp http;

    /**
     * Makes one.
     *
     * @param base the address of Alertmanager, with its path prefix where it has one
     * @param resend how often the state is sent anew
     */
    AlertmanagerReceiver(String name, URI base, Optional<String> authorization, Duration resend, AlertHttp http) {
        this.name = name;
        this.alerts = URI.create(base.toString().replaceAll("/+$", "") + "/api/v2/alerts");
        this.authorization = authorization;
        this.resend = resend;
        this.http = http;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AlertDelivery deliver(Alert alert, Instant now) {
        return http.post(alerts, authorization, body(alert, now));
    }

    private String body(Alert alert, Instant now) {
        Instant end = alert.endsAt().orElse(now.plus(resend.multipliedBy(RESENDS_AHEAD)));
        JsonStringWriter json = JsonWriter.string();
        json.array().object().object("labels");
        json.value("alertname", alert.severity() == AlertSeverity.SERVICE ? "CanaryFailing" : "CanaryWithoutResult")
                .value("canary", alert.canary())
                // The exported rules of Prometheus say another word: two that clear at different times are two alerts.
                .value("evaluated_by", "runner")
                .value("severity", alert.severity().id());
        AlertJson.text(json, "environment", alert.environment());
        AlertJson.text(json, "location", alert.location());
        AlertJson.text(json, "owner", alert.owner());
        json.end().object("annotations");
        json.value("summary", alert.summary()).value("description", alert.statement());
        json.value("operation", alert.operation()).value("incident", alert.incident());
        AlertJson.text(json, "trace_id", alert.traceId());
        AlertJson.text(json, "runbook_url", alert.runbook());
        AlertJson.text(json, "failing_step", alert.failingStep());
        json.end();
        // An alert that ends before it starts is refused; the two can be equal where an outage has no length.
        Instant start = alert.startsAt().isBefore(end) ? alert.startsAt() : end.minusMillis(1);
        json.value("startsAt", start.toString()).value("endsAt", end.toString());
        return json.end().end().done();
    }
}

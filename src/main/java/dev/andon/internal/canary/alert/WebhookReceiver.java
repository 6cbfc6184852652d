package dev.andon.internal.canary.alert;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Anything that takes our own JSON, which {@code canary-alert.schema.json} describes. */
final class WebhookReceiver implements AlertReceiver {
    private static final int VERSION = 1;

    private final String name;
    private final URI uri;
    private final Optional<String> authorization;
    private final AlertHttp http;

    WebhookReceiver(String name, URI uri, Optional<String> authorization, AlertHttp http) {
        this.name = name;
        this.uri = uri;
        this.authorization = authorization;
        this.http = http;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AlertDelivery deliver(Alert alert, Instant now) {
        return http.post(uri, authorization, body(alert, now));
    }

    static String body(Alert alert, Instant now) {
        JsonStringWriter json = JsonWriter.string();
        json.object()
                .value("schemaVersion", VERSION)
                .value("incident", alert.incident())
                .value("status", alert.firing() ? "firing" : "resolved")
                .value("severity", alert.severity().id())
                .value("summary", alert.summary())
                .value("statement", alert.statement())
                .value("canary", alert.canary())
                .value("operation", alert.operation())
                .value("startsAt", alert.startsAt().toString())
                .value("sentAt", now.toString());
        alert.endsAt().ifPresent(end -> json.value("endsAt", end.toString()));
        AlertJson.text(json, "traceId", alert.traceId());
        AlertJson.text(json, "environment", alert.environment());
        AlertJson.text(json, "location", alert.location());
        AlertJson.text(json, "owner", alert.owner());
        AlertJson.text(json, "runbook", alert.runbook());
        AlertJson.text(json, "failingStep", alert.failingStep());
        return json.end().done();
    }
}

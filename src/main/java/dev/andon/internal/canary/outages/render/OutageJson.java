package dev.andon.internal.canary.outages.render;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.internal.canary.outages.Availability;
import dev.andon.internal.canary.outages.CanaryOutages;
import dev.andon.internal.canary.outages.LocationOutages;
import dev.andon.internal.canary.outages.Outage;
import dev.andon.internal.canary.outages.OutageReport;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.outages.OutageWindow;
import dev.andon.internal.canary.outages.StateSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes a report as JSON. Points in time are UTC, durations in seconds; what is not known is left out. */
public final class OutageJson {
    private static final double MILLIS = 1000;

    private final JsonStringWriter json;

    private OutageJson(JsonStringWriter json) {
        this.json = json;
    }

    /** Returns the document. */
    public static String of(OutageReport report) {
        OutageJson writer = new OutageJson(JsonWriter.indent("  ").string());
        writer.write(report);
        return writer.json.done() + "\n";
    }

    private void write(OutageReport report) {
        json.object()
                .value("schemaVersion", 1)
                .value("from", report.from().toString())
                .value("to", report.to().toString())
                .value("runs", report.runs())
                .value("runsOutOfOrder", report.late())
                .array("canaries");
        for (CanaryOutages canary : report.canaries()) {
            json.object()
                    .value("canary", canary.canary())
                    .value("operation", canary.operation())
                    .value("environment", canary.environment());
            availability(canary.availability());
            spans(canary.spans());
            json.array("outages");
            canary.outages().forEach(this::outage);
            json.end().array("locations");
            canary.locations().forEach(this::location);
            json.end().end();
        }
        json.end().end();
    }

    private void outage(Outage outage) {
        json.object()
                .value("statement", OutageSentence.of(outage))
                .value("traceId", outage.first().traceId())
                .value("planned", outage.allPlanned());
        bounds(
                outage.beganAfter(),
                outage.beganBy(),
                outage.endedFrom(),
                outage.endedBefore(),
                outage.flapping() ? Optional.empty() : Optional.of(outage.atLeast()),
                outage.atMost());
        json.value("flapping", outage.flapping()).array("locations");
        outage.locations().forEach(json::value);
        json.end().end();
    }

    private void location(LocationOutages location) {
        json.object().value("location", location.location());
        availability(location.availability());
        json.value("withoutResult", location.unknown())
                .value("unfinished", location.unfinished())
                .value("retried", location.retried())
                .value("degraded", location.degraded());
        spans(location.spans());
        json.array("windows");
        for (OutageWindow window : location.windows()) {
            json.object().value("traceId", window.firstBad().traceId());
            bounds(
                    window.beganAfter(),
                    window.beganBy(),
                    window.endedFrom(),
                    window.endedBefore(),
                    window.flapping() ? Optional.empty() : Optional.of(window.atLeast()),
                    window.atMost());
            json.value("failed", window.bad())
                    .value("goodInside", window.goodInside())
                    .value("planned", window.planned())
                    .value("withoutResult", window.unknown())
                    .value("missing", window.missing())
                    .value("unobserved", seconds(window.unobserved()))
                    .value("failingStep", window.firstBad().failingStep())
                    .end();
        }
        json.end().end();
    }

    private void bounds(
            Optional<Instant> beganAfter,
            Instant beganBy,
            Instant endedFrom,
            Optional<Instant> endedBefore,
            Optional<Duration> atLeast,
            Optional<Duration> atMost) {
        beganAfter.ifPresent(time -> json.value("beganAfter", time.toString()));
        json.value("beganBy", beganBy.toString()).value("endedFrom", endedFrom.toString());
        endedBefore.ifPresent(time -> json.value("endedBefore", time.toString()));
        atLeast.ifPresent(time -> json.value("atLeastIfNoRecovery", seconds(time)));
        atMost.ifPresent(time -> json.value("atMost", seconds(time)));
    }

    private void availability(Availability sums) {
        json.object("availability");
        sums.least().ifPresent(share -> json.value("least", share));
        sums.most().ifPresent(share -> json.value("most", share));
        json.value("up", seconds(sums.up()))
                .value("down", seconds(sums.down()))
                .value("upOrDown", seconds(sums.undetermined()))
                .value("unknown", seconds(sums.unknown()))
                .value("planned", seconds(sums.planned()))
                .value("good", sums.good())
                .value("failed", sums.bad())
                .end();
    }

    private void spans(List<StateSpan> spans) {
        json.array("states");
        for (StateSpan span : spans) {
            json.object()
                    .value("state", span.state().id())
                    .value("from", span.from().toString())
                    .value("to", span.to().toString())
                    .end();
        }
        json.end();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}

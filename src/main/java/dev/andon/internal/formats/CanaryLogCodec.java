package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The lines of the canary log; a run also leaves JUnit in this form, as report entries. Points in time are UTC, durations
 * are in seconds with three decimals, and what is not known is left out. {@code canary-log.schema.json} describes them.
 */
public final class CanaryLogCodec {
    private static final int VERSION = 2;
    private static final double MILLIS_OF_SECOND = 1000;

    private CanaryLogCodec() {}

    /** Returns the line, without a line end. */
    public static String encode(CanaryLogLine line) {
        JsonStringWriter json = JsonWriter.string();
        json.object().value("schemaVersion", VERSION);
        if (line instanceof RunEnd end) {
            json.value("type", "finished");
            start(json, end.start());
            end(json, end);
        } else if (line instanceof RunStart start) {
            json.value("type", "started");
            start(json, start);
        } else if (line instanceof AlertNotice alert) {
            json.value("type", "alert");
            alert(json, alert);
        }
        return json.end().done();
    }

    private static void start(JsonStringWriter json, RunStart start) {
        RunCanary canary = start.canary();
        json.value("traceId", start.traceId())
                .value("sequence", start.sequence())
                .value("started", start.started().toString())
                .value("uptime", seconds(start.uptime()))
                .value("mode", start.runner().mode().id())
                .value("canary", canary.name())
                .value("class", canary.className())
                .value("operation", canary.operation())
                .value("environment", start.environment())
                .value("target", start.target())
                .value("process", start.runner().process())
                .value("version", canary.version())
                .value("timeout", seconds(canary.timeout()))
                .value("cold", start.cold());
        text(json, "route", canary.route());
        text(json, "tolerance", canary.tolerance());
        text(json, "location", start.runner().location());
        text(json, "host", start.runner().host());
        text(json, "muted", start.muted());
        canary.every().ifPresent(every -> json.value("every", seconds(every)));
        start.scheduled().ifPresent(scheduled -> json.value("scheduled", scheduled.toString()));
    }

    private static void end(JsonStringWriter json, RunEnd end) {
        json.value("duration", seconds(end.duration()))
                .value("outcome", end.outcome().id());
        text(json, "reason", end.reason());
        text(json, "errorType", end.errorType());
        text(json, "cleanupFailure", end.cleanupFailure());
        json.array("attempts");
        for (RunAttempt attempt : end.attempts()) {
            json.object().value("started", attempt.started().toString()).value("duration", seconds(attempt.duration()));
            text(json, "reason", attempt.reason());
            json.end();
        }
        json.end().array("steps");
        for (CanaryStep step : end.steps()) {
            json.object();
            step(json, step);
            json.end();
        }
        json.end();
        end.failingStep().ifPresent(step -> {
            json.object("failingStep");
            step(json, step);
            json.end();
        });
        end.clock().ifPresent(clock -> json.object("clockOffset")
                .value("offset", seconds(clock.offset()))
                .value("bound", seconds(clock.bound()))
                .end());
    }

    private static void step(JsonStringWriter json, CanaryStep step) {
        json.value("name", step.name())
                .value("started", step.started().toString())
                .value("duration", seconds(step.duration()))
                .value("status", step.status())
                .value("failed", step.failed())
                .value("spanId", step.spanId())
                .value("cleanup", step.cleanup());
    }

    private static void alert(JsonStringWriter json, AlertNotice alert) {
        json.value("time", alert.time().toString())
                .value("canary", alert.canary())
                .value("environment", alert.environment())
                .value("receiver", alert.receiver())
                .value("incident", alert.incident())
                .value("firing", alert.firing());
        text(json, "location", alert.location());
        text(json, "problem", alert.problem());
    }

    private static void text(JsonStringWriter json, String key, String text) {
        if (!text.isEmpty()) {
            json.value(key, text);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_OF_SECOND;
    }

    /**
     * Returns what a line says.
     *
     * @param source the file and the number of the line, for the message
     * @throws MalformedFileException if the text is no whole line of this version
     */
    public static CanaryLogLine decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        return switch (fields.text("type")) {
            case "started" -> start(fields);
            case "finished" -> end(fields);
            case "alert" -> alert(fields);
            default -> throw fields.malformed("\"type\" is \"" + fields.text("type") + "\", which is unknown");
        };
    }

    private static RunStart start(JsonFields fields) {
        RunCanary canary = new RunCanary(
                fields.text("canary"),
                fields.text("class"),
                fields.text("operation"),
                fields.textOrEmpty("route"),
                fields.text("version"),
                fields.has("every") ? Optional.of(duration(fields, "every")) : Optional.empty(),
                duration(fields, "timeout"),
                fields.textOrEmpty("tolerance"));
        RunnerIdentity runner = new RunnerIdentity(
                fields.text("process"),
                fields.textOrEmpty("host"),
                fields.textOrEmpty("location"),
                fields.constant(RunMode.class, "mode"));
        Optional<Instant> scheduled =
                fields.has("scheduled") ? Optional.of(fields.instant("scheduled")) : Optional.empty();
        return new RunStart(
                fields.text("traceId"),
                (long) fields.number("sequence"),
                canary,
                runner,
                fields.text("environment"),
                fields.text("target"),
                scheduled,
                fields.instant("started"),
                duration(fields, "uptime"),
                fields.flag("cold"),
                fields.textOrEmpty("muted"));
    }

    private static RunEnd end(JsonFields fields) {
        RunStart start = start(fields);
        List<RunAttempt> attempts = fields.objects("attempts").stream()
                .map(attempt -> new RunAttempt(
                        attempt.instant("started"), duration(attempt, "duration"), attempt.textOrEmpty("reason")))
                .toList();
        List<CanaryStep> steps = fields.objects("steps").stream()
                .map(step -> step(step, start.traceId()))
                .toList();
        return new RunEnd(
                start,
                duration(fields, "duration"),
                fields.constant(CanaryOutcome.class, "outcome"),
                fields.textOrEmpty("reason"),
                fields.textOrEmpty("errorType"),
                attempts,
                steps,
                fields.object("failingStep").map(step -> step(step, start.traceId())),
                fields.textOrEmpty("cleanupFailure"),
                fields.object("clockOffset")
                        .map(clock -> new ClockOffset(duration(clock, "offset"), duration(clock, "bound"))));
    }

    private static CanaryStep step(JsonFields fields, String traceId) {
        return new CanaryStep(
                fields.text("name"),
                fields.instant("started"),
                duration(fields, "duration"),
                fields.text("status"),
                fields.flag("failed"),
                traceId,
                fields.text("spanId"),
                fields.flag("cleanup"));
    }

    private static AlertNotice alert(JsonFields fields) {
        return new AlertNotice(
                fields.instant("time"),
                fields.text("canary"),
                fields.text("environment"),
                fields.textOrEmpty("location"),
                fields.text("receiver"),
                fields.text("incident"),
                fields.flag("firing"),
                fields.textOrEmpty("problem"));
    }

    private static Duration duration(JsonFields fields, String key) {
        return Duration.ofMillis(Math.round(fields.number(key) * MILLIS_OF_SECOND));
    }
}

package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryRun;
import dev.andon.canary.CanaryStep;
import java.time.Duration;
import java.util.List;

/**
 * The lines of the canary log, one for each run; a run also leaves JUnit in this form, as a report entry. Durations are in
 * seconds, with three decimals.
 */
public final class CanaryRunCodec {
    private static final int VERSION = 1;
    private static final double MILLIS_OF_SECOND = 1000;

    private CanaryRunCodec() {}

    /** Returns the line, without a line end. */
    public static String encode(CanaryRun run) {
        JsonStringWriter json = JsonWriter.string();
        json.object()
                .value("schemaVersion", VERSION)
                .value("canary", run.canary())
                .value("class", run.className())
                .value("operation", run.operation())
                .value("environment", run.environment())
                .value("target", run.target())
                .value("started", run.started().toString())
                .value("duration", seconds(run.duration()))
                .value("outcome", run.outcome().id())
                .value("attempts", run.attempts())
                .value("reason", run.reason())
                .value("errorType", run.errorType())
                .value("traceId", run.traceId())
                .array("steps");
        for (CanaryStep step : run.steps()) {
            json.object()
                    .value("name", step.name())
                    .value("started", step.started().toString())
                    .value("duration", seconds(step.duration()))
                    .value("status", step.status())
                    .value("failed", step.failed())
                    .value("spanId", step.spanId())
                    .value("cleanup", step.cleanup())
                    .end();
        }
        return json.end().end().done();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_OF_SECOND;
    }

    /**
     * Returns the run that a line holds.
     *
     * @param source the file and the number of the line, for the message
     * @throws MalformedFileException if the text is no whole line of this version
     */
    public static CanaryRun decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        String traceId = fields.text("traceId");
        List<CanaryStep> steps = fields.objects("steps").stream()
                .map(step -> step(step, traceId))
                .toList();
        return new CanaryRun(
                fields.text("canary"),
                fields.text("class"),
                fields.text("operation"),
                fields.text("environment"),
                fields.text("target"),
                fields.instant("started"),
                duration(fields),
                fields.constant(CanaryOutcome.class, "outcome"),
                fields.integer("attempts"),
                fields.text("reason"),
                fields.text("errorType"),
                traceId,
                steps);
    }

    private static CanaryStep step(JsonFields fields, String traceId) {
        return new CanaryStep(
                fields.text("name"),
                fields.instant("started"),
                duration(fields),
                fields.text("status"),
                fields.flag("failed"),
                traceId,
                fields.text("spanId"),
                fields.flag("cleanup"));
    }

    private static Duration duration(JsonFields fields) {
        return Duration.ofMillis(Math.round(fields.number("duration") * MILLIS_OF_SECOND));
    }
}

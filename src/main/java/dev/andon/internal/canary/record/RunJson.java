package dev.andon.internal.canary.record;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryRun;
import dev.andon.canary.CanaryStep;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run as one line of JSON: what the canary's log holds, and how a run travels out of JUnit. Durations in seconds. */
public final class RunJson {
    /** The key of the report entry under which a canary's extension publishes its run. */
    public static final String ENTRY = "andon.canary.run";

    /** The key beside it where nothing but the clean-up failed: a proof does not take that for a check. */
    public static final String CLEANUP_FAILED = "andon.canary.cleanup-failed";

    /** The key in the same entry that is there where the canary asked where to go, or for a credential, by itself. */
    public static final String ASKED = "andon.canary.asked";

    private RunJson() {}

    /** Returns the line, without its end. */
    public static String write(CanaryRun run) {
        JsonStringWriter json = JsonWriter.string();
        json.object()
                .value("schemaVersion", 1)
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
        return duration.toMillis() / 1000.0;
    }

    /** Returns the run that a line holds; empty where it is half written or of another schema. */
    public static Optional<CanaryRun> read(String line) {
        try {
            JsonObject json = JsonParser.object().from(line);
            String traceId = json.getString("traceId", "");
            List<CanaryStep> steps = new ArrayList<>();
            for (Object step : json.getArray("steps", new JsonArray())) {
                steps.add(step((JsonObject) step, traceId));
            }
            return json.getInt("schemaVersion") != 1
                    ? Optional.empty()
                    : Optional.of(new CanaryRun(
                            json.getString("canary", ""),
                            json.getString("class", ""),
                            json.getString("operation", ""),
                            json.getString("environment", ""),
                            json.getString("target", ""),
                            Instant.parse(json.getString("started", "")),
                            duration(json),
                            CanaryOutcome.valueOf(json.getString("outcome", "").toUpperCase(Locale.ROOT)),
                            json.getInt("attempts", 1),
                            json.getString("reason", ""),
                            json.getString("errorType", ""),
                            traceId,
                            List.copyOf(steps)));
        } catch (JsonParserException | DateTimeException | IllegalArgumentException | ClassCastException malformed) {
            return Optional.empty();
        }
    }

    private static CanaryStep step(JsonObject json, String traceId) {
        return new CanaryStep(
                json.getString("name", ""),
                Instant.parse(json.getString("started", "")),
                duration(json),
                json.getString("status", ""),
                json.getBoolean("failed", false),
                traceId,
                json.getString("spanId", ""),
                json.getBoolean("cleanup", false));
    }

    private static Duration duration(JsonObject json) {
        return Duration.ofMillis(Math.round(json.getDouble("duration", 0) * 1000));
    }
}

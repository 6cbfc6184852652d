package dev.andon.internal.evidence.ledger;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.internal.evidence.Outcome;
import dev.andon.internal.evidence.TestRun;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a ledger: one run of one top-level test class.
 *
 * @param build the id of the build that ran it
 * @param hash the checksum of the class file that ran; empty where it was not to be found
 */
record LedgerLine(
        String build,
        String className,
        String hash,
        Outcome outcome,
        String reason,
        Instant finished,
        List<TestRun> tests) {

    private static final int VERSION = 1;

    // The build comes early so that even a torn line says whose it was.
    private static final Pattern BUILD = Pattern.compile("\\{\"v\":\\d+,\"build\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    String json() {
        JsonStringWriter json = JsonWriter.string();
        json.object()
                .value("v", VERSION)
                .value("build", build)
                .value("class", className)
                .value("hash", hash)
                .value("outcome", outcome.name())
                .value("reason", reason)
                .value("finished", finished.toString())
                .array("tests");
        for (TestRun test : tests) {
            json.object()
                    .value("id", test.uniqueId())
                    .value("class", test.className())
                    .value("method", test.methodName())
                    .value("outcome", test.outcome().name())
                    .value("millis", test.millis());
            if (!test.tags().isEmpty()) {
                json.array("tags", test.tags());
            }
            json.end();
        }
        return json.end().end().done();
    }

    /** @throws IllegalArgumentException that says why the text is no line of a ledger */
    static LedgerLine parse(String text) {
        try {
            JsonObject json = JsonParser.object().from(text);
            if (json.getInt("v") != VERSION) {
                throw new IllegalArgumentException("it is of another version of Andon");
            }
            List<TestRun> tests = new ArrayList<>();
            for (Object test : array(json, "tests")) {
                tests.add(test((JsonObject) test));
            }
            return new LedgerLine(
                    text(json, "build"),
                    text(json, "class"),
                    text(json, "hash"),
                    Outcome.valueOf(text(json, "outcome")),
                    text(json, "reason"),
                    Instant.parse(text(json, "finished")),
                    List.copyOf(tests));
        } catch (JsonParserException | ClassCastException | DateTimeException e) {
            throw new IllegalArgumentException("it is damaged or was never finished", e);
        }
    }

    /** The build that a line names, also one that is not whole. */
    static Optional<String> buildOf(String text) {
        Matcher matcher = BUILD.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    JsonParser.object().from(matcher.group() + "}").getString("build"));
        } catch (JsonParserException e) {
            return Optional.empty();
        }
    }

    private static TestRun test(JsonObject json) {
        List<String> tags = json.has("tags")
                ? array(json, "tags").stream().map(String.class::cast).toList()
                : List.of();
        return new TestRun(
                text(json, "id"),
                text(json, "class"),
                text(json, "method"),
                Outcome.valueOf(text(json, "outcome")),
                false,
                json.getDouble("millis"),
                tags);
    }

    private static String text(JsonObject json, String key) {
        String value = json.getString(key);
        if (value == null) {
            throw new IllegalArgumentException("it lacks \"" + key + "\"");
        }
        return value;
    }

    private static JsonArray array(JsonObject json, String key) {
        JsonArray value = json.getArray(key);
        if (value == null) {
            throw new IllegalArgumentException("it lacks \"" + key + "\"");
        }
        return value;
    }
}

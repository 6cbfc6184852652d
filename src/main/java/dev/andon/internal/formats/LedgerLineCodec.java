package dev.andon.internal.formats;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of {@code ledger/*.jsonl}: what each JVM of a build ran. */
public final class LedgerLineCodec {
    private static final int VERSION = 1;

    // The build comes early, so that even a torn line tells which build wrote it.
    private static final Pattern BUILD = Pattern.compile("\\{\"v\":\\d+,\"build\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private LedgerLineCodec() {}

    /** Returns the line, without a line end. */
    public static String encode(LedgerLine line) {
        JsonStringWriter json = JsonWriter.string();
        json.object()
                .value("v", VERSION)
                .value("build", line.build())
                .value("class", line.className())
                .value("hash", line.hash())
                .value("outcome", line.outcome().name())
                .value("reason", line.reason())
                .value("finished", line.finished().toString())
                .array("tests");
        for (LedgerLine.Test test : line.tests()) {
            json.object()
                    .value("id", test.id())
                    .value("class", test.className())
                    .value("method", test.methodName())
                    .value("outcome", test.outcome().name())
                    .value("millis", test.millis());
            if (!test.tags().isEmpty()) {
                json.array("tags", test.tags());
            }
            json.end();
        }
        json.end();
        if (!line.classFolders().isEmpty()) {
            json.object("folders");
            line.classFolders().forEach(json::value);
            json.end();
        }
        return json.end().done();
    }

    /**
     * Returns what a line says.
     *
     * @param source the file and the number of the line, for the message
     * @throws MalformedFileException if the text is no line of a ledger
     */
    public static LedgerLine decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("v", VERSION);
        return new LedgerLine(
                fields.text("build"),
                fields.text("class"),
                fields.text("hash"),
                fields.constant(Outcome.class, "outcome"),
                fields.text("reason"),
                fields.instant("finished"),
                fields.objects("tests").stream().map(LedgerLineCodec::test).toList(),
                fields.has("folders") ? fields.textsByName("folders") : Map.of());
    }

    private static LedgerLine.Test test(JsonFields fields) {
        return new LedgerLine.Test(
                fields.text("id"),
                fields.text("class"),
                fields.text("method"),
                fields.constant(Outcome.class, "outcome"),
                fields.number("millis"),
                fields.has("tags") ? fields.texts("tags") : List.of());
    }

    /** Returns the build that a line names, even where the line is torn. */
    public static Optional<String> buildOf(String text) {
        Matcher matcher = BUILD.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        try {
            JsonObject start = JsonParser.object().from(matcher.group() + "}");
            return Optional.ofNullable(start.getString("build"));
        } catch (JsonParserException malformed) {
            return Optional.empty();
        }
    }
}

package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The file {@value #NAME}: one line for each build, the latest last. */
public final class HistoryCodec {
    public static final String NAME = "history.jsonl";

    private static final int VERSION = 1;

    private HistoryCodec() {}

    /** Returns the text of the file. */
    public static String encode(List<PastBuild> builds) {
        return builds.stream().map(build -> line(build) + "\n").collect(Collectors.joining());
    }

    private static String line(PastBuild build) {
        JsonStringWriter json = JsonWriter.string()
                .object()
                .value("v", VERSION)
                .value("at", build.at().toString())
                .value("project", build.project())
                .object("counts");
        for (Verdict verdict : Verdict.values()) {
            json.value(verdict.word(), build.counts().getOrDefault(verdict, 0L));
        }
        json.end().array("failing");
        new TreeSet<>(build.failing()).forEach(json::value);
        return json.end().end().done();
    }

    /** Returns the builds, without lines that are torn or of another version: they only cost a part of the trend. */
    public static List<PastBuild> decode(String text) {
        List<PastBuild> builds = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                builds.add(build(JsonFields.parse(line, NAME)));
            } catch (MalformedFileException unreadable) {
                // See above.
                return;
            }
        });
        return builds;
    }

    private static PastBuild build(JsonFields fields) {
        fields.requireVersion("v", VERSION);
        JsonFields written = fields.object("counts").orElseThrow(() -> fields.malformed("it has no counts"));
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            if (written.has(verdict.word())) {
                counts.put(verdict, (long) written.number(verdict.word()));
            }
        }
        return new PastBuild(
                fields.instant("at"), fields.text("project"), counts, new TreeSet<>(fields.texts("failing")));
    }
}

package dev.andon.internal.evidence.canaries;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.Verdict;
import dev.andon.internal.discover.Location;
import dev.andon.internal.evidence.CanaryCode.Reached;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.text.CanaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@value #NAME}, by which a module of canaries tells those who do not compile against it what it holds. */
public final class CanariesFile {
    /** Where it lies in the module's classes. */
    public static final String NAME = CanaryFiles.RECORD;

    private CanariesFile() {}

    /**
     * Reads one.
     *
     * @param module the artefact or folder that holds it
     * @throws CanaryFileProblem if it cannot be understood
     */
    public static List<RecordedCanary> read(URL file, String module) {
        try {
            URLConnection connection = file.openConnection();
            // A jar that stays open in a cache cannot be built again.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), module, file.toString());
            }
        } catch (IOException unreadable) {
            throw problem(file.toString(), String.valueOf(unreadable));
        }
    }

    private static List<RecordedCanary> read(String text, String module, String source) {
        try {
            JsonObject json = JsonParser.object().from(text);
            Json.checkVersion(json);
            List<RecordedCanary> canaries = new ArrayList<>();
            for (JsonObject canary : Json.objects(json, "canaries")) {
                List<RecordedCanary.Row> rows = Json.objects(canary, "practices").stream()
                        .map(row -> new RecordedCanary.Row(
                                Json.text(row, "id"),
                                Json.constant(Verdict.class, row, "verdict"),
                                Json.text(row, "found")))
                        .toList();
                canaries.add(new RecordedCanary(written(canary), module, rows, uses(canary), classes(canary), source));
            }
            return canaries;
        } catch (JsonParserException malformed) {
            throw problem(source, "it is damaged (" + malformed.getMessage() + ")");
        } catch (IllegalArgumentException malformed) {
            throw problem(source, String.valueOf(malformed.getMessage()));
        }
    }

    /** Records of the first versions did not tell. */
    private static @Nullable List<Reached> uses(JsonObject canary) {
        return canary.has("uses")
                ? Json.objects(canary, "uses").stream()
                        .map(use -> new Reached(
                                Json.text(use, "class"),
                                new Location(Json.text(use, "by"), Json.text(use, "file"), use.getInt("line"))))
                        .toList()
                : null;
    }

    private static Map<String, String> classes(JsonObject canary) {
        Map<String, String> classes = new TreeMap<>();
        if (canary.has("classes")) {
            Json.objects(canary, "classes")
                    .forEach(one -> classes.put(Json.text(one, "class"), Json.text(one, "checksum")));
        }
        return classes;
    }

    private static CanaryDeclaration written(JsonObject canary) {
        return new CanaryDeclaration(
                Json.text(canary, "class"),
                Json.text(canary, "name"),
                Json.text(canary, "operation"),
                Json.text(canary, "of"),
                Json.text(canary, "every"),
                Json.text(canary, "timeout"),
                Json.text(canary, "degradedAfter"),
                Json.text(canary, "owner"),
                Json.text(canary, "runbook"),
                Json.text(canary, "tolerance"),
                0);
    }

    private static CanaryFileProblem problem(String source, String why) {
        return new CanaryFileProblem(source + " cannot be read: " + why
                + "; build the module of those canaries again with `clean`, by this version of Andon");
    }
}

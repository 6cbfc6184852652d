package dev.andon.examples;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an example that the build has built reported. */
final class BuiltExample {
    static final Path FOLDER = Path.of("target", "it");

    private BuiltExample() {}

    /** Returns its {@code report.json}. */
    static JsonObject report(String example) throws IOException, JsonParserException {
        Path file = FOLDER.resolve(example).resolve("target").resolve("andon").resolve("report.json");
        return JsonParser.object().from(Files.readString(file));
    }

    /** Returns one practice of one service. */
    static JsonObject result(String example, String practice, String service) throws IOException, JsonParserException {
        return report(example).getArray("services").stream()
                .map(JsonObject.class::cast)
                .filter(found -> found.getString("name").endsWith("." + service))
                .flatMap(found -> found.getArray("practices").stream())
                .map(JsonObject.class::cast)
                .filter(found -> found.getString("id").equals(practice))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the verdict of each practice of each service and canary, and of the code base. */
    static Map<String, String> cells(JsonObject report) {
        Map<String, String> cells = new TreeMap<>();
        for (String list : List.of("services", "canaries")) {
            for (Object subject : report.getArray(list)) {
                String name = ((JsonObject) subject).getString("name");
                practices(
                        name.substring(name.lastIndexOf('.') + 1), ((JsonObject) subject).getArray("practices"), cells);
            }
        }
        practices("codebase", report.getArray("codebase"), cells);
        return cells;
    }

    private static void practices(String label, JsonArray practices, Map<String, String> cells) {
        for (Object practice : practices) {
            JsonObject result = (JsonObject) practice;
            cells.put(label + ": " + result.getString("id"), result.getString("verdict"));
        }
    }
}

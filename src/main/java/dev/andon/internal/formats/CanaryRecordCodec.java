package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.Verdict;
import dev.andon.internal.formats.CanaryRecord.ClassUse;
import dev.andon.internal.formats.CanaryRecord.JudgedPractice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file {@value #NAME}, by which a module of canaries tells builds that do not compile against it what it holds. */
public final class CanaryRecordCodec {
    /** Where the file lies among the classes of the module. */
    public static final String NAME = "META-INF/andon/canaries.json";

    private static final int VERSION = 1;

    private CanaryRecordCodec() {}

    /** Returns the text of the file. */
    public static String encode(List<CanaryRecord> canaries) {
        JsonStringWriter json = JsonWriter.indent("  ").string();
        json.object().value("schemaVersion", VERSION).array("canaries");
        for (CanaryRecord canary : canaries) {
            CanaryDeclaration declared = canary.declaration();
            json.object()
                    .value("class", declared.className())
                    .value("name", declared.name())
                    .value("operation", declared.operation())
                    .value("route", declared.route())
                    .value("every", declared.every())
                    .value("timeout", declared.timeout())
                    .value("degradedAfter", declared.degradedAfter())
                    .value("owner", declared.owner())
                    .value("runbook", declared.runbook())
                    .value("tolerance", declared.tolerance())
                    .array("practices");
            for (JudgedPractice practice : canary.practices()) {
                json.object()
                        .value("id", practice.id())
                        .value("verdict", practice.verdict().word())
                        .value("found", practice.found())
                        .end();
            }
            json.end();
            uses(json, canary.uses());
            json.array("classes");
            canary.classes().forEach((name, checksum) -> json.object()
                    .value("class", name)
                    .value("checksum", checksum)
                    .end());
            json.end().end();
        }
        return json.end().end().done() + "\n";
    }

    private static void uses(JsonStringWriter json, @Nullable List<ClassUse> uses) {
        if (uses == null) {
            return;
        }
        json.array("uses");
        for (ClassUse use : uses) {
            json.object()
                    .value("class", use.type())
                    .value("by", use.by())
                    .value("file", use.file())
                    .value("line", use.line())
                    .end();
        }
        json.end();
    }

    /**
     * Returns the canaries that a file holds.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is no record of this version
     */
    public static List<CanaryRecord> decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        return fields.objects("canaries").stream()
                .map(canary -> new CanaryRecord(declaration(canary), practices(canary), uses(canary), classes(canary)))
                .toList();
    }

    private static CanaryDeclaration declaration(JsonFields canary) {
        return new CanaryDeclaration(
                canary.text("class"),
                canary.text("name"),
                canary.text("operation"),
                canary.text("route"),
                canary.text("every"),
                canary.text("timeout"),
                canary.text("degradedAfter"),
                canary.text("owner"),
                canary.text("runbook"),
                canary.text("tolerance"),
                0);
    }

    private static List<JudgedPractice> practices(JsonFields canary) {
        return canary.objects("practices").stream()
                .map(practice -> new JudgedPractice(
                        practice.text("id"), practice.constant(Verdict.class, "verdict"), practice.text("found")))
                .toList();
    }

    private static @Nullable List<ClassUse> uses(JsonFields canary) {
        return canary.has("uses")
                ? canary.objects("uses").stream()
                        .map(use ->
                                new ClassUse(use.text("class"), use.text("by"), use.text("file"), use.integer("line")))
                        .toList()
                : null;
    }

    private static Map<String, String> classes(JsonFields canary) {
        Map<String, String> classes = new TreeMap<>();
        if (canary.has("classes")) {
            canary.objects("classes").forEach(one -> classes.put(one.text("class"), one.text("checksum")));
        }
        return classes;
    }
}

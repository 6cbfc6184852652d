package dev.andon.internal.tell;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.PracticeResult;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.judge.JudgedCanary;
import dev.andon.internal.text.CanaryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the record of a module's canaries, for builds that do not compile against them. */
public final class CanariesJson {
    private static final int SCHEMA_VERSION = 1;

    private CanariesJson() {}

    /**
     * Writes {@code META-INF/andon/canaries.json} into the module's classes; an earlier one is replaced.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path classes, List<JudgedCanary> canaries) throws IOException {
        Path file = classes.resolve(CanaryFiles.RECORD);
        Files.createDirectories(file.getParent());
        Files.writeString(file, of(canaries));
    }

    static String of(List<JudgedCanary> canaries) {
        JsonStringWriter json = JsonWriter.indent("  ")
                .string()
                .object()
                .value("schemaVersion", SCHEMA_VERSION)
                .array("canaries");
        for (JudgedCanary canary : canaries) {
            CanaryDeclaration written = canary.written();
            json.object()
                    .value("class", written.className())
                    .value("name", CanaryName.of(written.name(), written.className()))
                    .value("operation", written.operation())
                    .value("of", written.route())
                    .value("every", written.every())
                    .value("timeout", written.timeout())
                    .value("degradedAfter", written.degradedAfter())
                    .value("owner", written.owner())
                    .value("runbook", written.runbook())
                    .value("tolerance", written.tolerance())
                    .array("practices");
            for (PracticeResult result : canary.practices()) {
                json.object()
                        .value("id", result.id())
                        .value("verdict", result.verdict().word())
                        .value("found", result.found())
                        .end();
            }
            json.end().array("uses");
            for (JudgedCanary.Use use : canary.uses()) {
                json.object()
                        .value("class", use.type())
                        .value("by", use.by())
                        .value("file", use.file())
                        .value("line", use.line())
                        .end();
            }
            json.end().array("classes");
            canary.classes().forEach((name, checksum) -> json.object()
                    .value("class", name)
                    .value("checksum", checksum)
                    .end());
            json.end().end();
        }
        return json.end().end().done() + "\n";
    }
}

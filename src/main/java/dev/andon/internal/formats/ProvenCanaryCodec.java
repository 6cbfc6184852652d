package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.TreeMap;

/** The files {@code META-INF/andon/proven/<class of the canary>.json}, by which a proof says which code it has proven. */
public final class ProvenCanaryCodec {
    private static final int VERSION = 1;
    private static final String FOLDER = "proven/";

    private ProvenCanaryCodec() {}

    /** Returns where the file lies below the folder that Andon writes to. */
    public static String fileOf(String canary) {
        return FOLDER + canary + ".json";
    }

    /** Returns where the file lies among the classes of the canary's artefact. */
    public static String resourceOf(String canary) {
        return "META-INF/andon/" + fileOf(canary);
    }

    /** Returns the text of the file. */
    public static String encode(ProvenCanary proven) {
        JsonStringWriter json = JsonWriter.indent("  ").string();
        json.object()
                .value("schemaVersion", VERSION)
                .value("canary", proven.canary())
                .value("at", proven.at().toString())
                .object("classes");
        new TreeMap<>(proven.classes()).forEach(json::value);
        return json.end().end().done() + "\n";
    }

    /**
     * Returns what a file holds.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is of another form or version
     */
    public static ProvenCanary decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        return new ProvenCanary(fields.text("canary"), fields.instant("at"), fields.textsByName("classes"));
    }
}

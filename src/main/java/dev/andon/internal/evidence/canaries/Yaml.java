package dev.andon.internal.evidence.canaries;

import java.io.InputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The one class that needs the YAML library, which is optional. */
final class Yaml {
    private Yaml() {}

    /** Returns the document; an empty one is the empty text. */
    static Object load(InputStream in) {
        try {
            Object document =
                    new Load(LoadSettings.builder().setLabel("operations.yaml").build()).loadFromInputStream(in);
            return document == null ? "" : document;
        } catch (YamlEngineException malformed) {
            throw new IllegalArgumentException(
                    String.valueOf(malformed.getMessage()).strip(), malformed);
        }
    }
}

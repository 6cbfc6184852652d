package dev.andon.internal.formats;

import java.io.InputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The one class that needs the YAML library, which is optional. */
final class Yaml {
    private Yaml() {}

    /**
     * Returns the document; an empty one is the empty text.
     *
     * @throws IllegalArgumentException if the text is malformed
     * @throws NoClassDefFoundError if the library is absent
     */
    static Object load(InputStream in, String label) {
        try {
            Object document = new Load(LoadSettings.builder().setLabel(label).build()).loadFromInputStream(in);
            return document == null ? "" : document;
        } catch (YamlEngineException malformed) {
            throw new IllegalArgumentException(
                    String.valueOf(malformed.getMessage()).strip(), malformed);
        }
    }
}

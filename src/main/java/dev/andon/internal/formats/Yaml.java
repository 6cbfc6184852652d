package dev.andon.internal.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The one class that needs the YAML library, which is optional. */
final class Yaml {
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 50;
    /** The library turns digits into a number in a time that grows with the square of their count. */
    private static final int LONGEST_VALUE = 10_000;

    private Yaml() {}

    /**
     * Returns the document; an empty one is the empty text.
     *
     * @throws IllegalArgumentException if the text is malformed
     * @throws NoClassDefFoundError if the library is absent
     */
    static Object load(InputStream in, String label) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
        try {
            byte[] bytes = in.readAllBytes();
            int depth = 0;
            for (Event event : new Parse(settings).parseInputStream(new ByteArrayInputStream(bytes))) {
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (event instanceof ScalarEvent value && value.getValue().length() > LONGEST_VALUE) {
                    throw new IllegalArgumentException("a value has more than " + LONGEST_VALUE + " characters");
                }
                if (depth > DEEPEST) {
                    throw new IllegalArgumentException("it is nested more than " + DEEPEST + " levels deep");
                }
            }
            Object document = new Load(settings).loadFromInputStream(new ByteArrayInputStream(bytes));
            return document == null ? "" : document;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        } catch (YamlEngineException malformed) {
            throw new IllegalArgumentException(
                    String.valueOf(malformed.getMessage()).strip(), malformed);
        }
    }
}

package dev.andon.internal.formats;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of a JSON object in a file; a field that is missing or of another type is a {@link MalformedFileException}. */
final class JsonFields {
    private static final int DEEPEST = 64;
    private static final String DAMAGED = "it is damaged or was never finished";

    private final JsonObject json;
    private final String source;

    private JsonFields(JsonObject json, String source) {
        this.json = json;
        this.source = source;
    }

    static JsonFields parse(String text, String source) {
        if (depth(text) > DEEPEST) {
            throw new MalformedFileException(source, "it is nested more than " + DEEPEST + " levels deep");
        }
        try {
            // Converting a number of a million digits takes minutes: numbers are converted where they are asked for.
            return new JsonFields(JsonParser.object().withLazyNumbers().from(text), source);
        } catch (JsonParserException malformed) {
            throw new MalformedFileException(source, DAMAGED + " (" + malformed.getMessage() + ")");
        }
    }

    /** The parser recurses into what is nested, and a deep enough file would exhaust the stack. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (quoted && character == '\\') {
                i++;
            } else if (!quoted && (character == '[' || character == '{')) {
                deepest = Math.max(deepest, ++depth);
            } else if (!quoted && (character == ']' || character == '}')) {
                depth--;
            }
        }
        return deepest;
    }

    MalformedFileException malformed(String why) {
        return new MalformedFileException(source, why);
    }

    void requireVersion(String key, int version) {
        if (!has(key) || number(key) != version) {
            throw malformed("\"" + key + "\" is not " + version + ", so it was written by another version of Andon");
        }
    }

    boolean has(String key) {
        return json.has(key);
    }

    String text(String key) {
        if (json.get(key) instanceof String text) {
            return text;
        }
        throw malformed("\"" + key + "\" is no text");
    }

    /** Returns the text; empty if absent. */
    String textOrEmpty(String key) {
        return has(key) ? text(key) : "";
    }

    /** Returns the object of that name; empty if absent. */
    Optional<JsonFields> object(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (json.get(key) instanceof JsonObject object) {
            return Optional.of(new JsonFields(object, source));
        }
        throw malformed("\"" + key + "\" is no object");
    }

    boolean flag(String key) {
        if (json.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw malformed("\"" + key + "\" is neither true nor false");
    }

    double number(String key) {
        if (json.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw malformed("\"" + key + "\" is no number");
    }

    int integer(String key) {
        return (int) number(key);
    }

    Instant instant(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException malformed) {
            throw malformed("\"" + key + "\" is no point in time: " + DAMAGED);
        }
    }

    /** Returns the constant that is written by its name, or in lower case with dashes. */
    <E extends Enum<E>> E constant(Class<E> type, String key) {
        String word = text(key);
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw malformed("\"" + key + "\" is \"" + word + "\", which is unknown");
        }
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : array(key)) {
            if (!(element instanceof String text)) {
                throw malformed("\"" + key + "\" holds something other than text");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    Map<String, String> textsByName(String key) {
        if (!(json.get(key) instanceof JsonObject object)) {
            throw malformed("\"" + key + "\" is no object");
        }
        JsonFields fields = new JsonFields(object, source);
        Map<String, String> texts = new TreeMap<>();
        object.keySet().forEach(name -> texts.put(name, fields.text(name)));
        return Collections.unmodifiableMap(texts);
    }

    List<JsonFields> objects(String key) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : array(key)) {
            if (!(element instanceof JsonObject object)) {
                throw malformed("\"" + key + "\" holds something other than objects");
            }
            objects.add(new JsonFields(object, source));
        }
        return List.copyOf(objects);
    }

    private JsonArray array(String key) {
        if (json.get(key) instanceof JsonArray array) {
            return array;
        }
        throw malformed("\"" + key + "\" is no list");
    }
}

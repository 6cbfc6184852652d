package dev.andon.internal.evidence.canaries;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what must be there; each {@code IllegalArgumentException} says in words what is not. */
final class Json {
    static final int VERSION = 1;

    private Json() {}

    static void checkVersion(JsonObject json) {
        if (json.getInt("schemaVersion") != VERSION) {
            throw new IllegalArgumentException("\"schemaVersion\" is not " + VERSION);
        }
    }

    static String text(JsonObject json, String key) {
        if (json.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"" + key + "\" is no text");
    }

    static boolean flag(JsonObject json, String key) {
        if (json.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("\"" + key + "\" is neither true nor false");
    }

    static List<String> texts(JsonObject json, String key) {
        List<String> texts = new ArrayList<>();
        for (Object one : array(json, key)) {
            if (!(one instanceof String text)) {
                throw new IllegalArgumentException("\"" + key + "\" holds what is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    static List<JsonObject> objects(JsonObject json, String key) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object one : array(json, key)) {
            if (!(one instanceof JsonObject object)) {
                throw new IllegalArgumentException("\"" + key + "\" holds what is no object");
            }
            objects.add(object);
        }
        return objects;
    }

    private static JsonArray array(JsonObject json, String key) {
        if (json.get(key) instanceof JsonArray array) {
            return array;
        }
        throw new IllegalArgumentException("\"" + key + "\" is no list");
    }

    /** Returns the constant that is written in lower case and with dashes. */
    static <E extends Enum<E>> E constant(Class<E> type, JsonObject json, String key) {
        String word = text(json, key);
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("\"" + key + "\" is \"" + word + "\", which is unknown", unknown);
        }
    }
}

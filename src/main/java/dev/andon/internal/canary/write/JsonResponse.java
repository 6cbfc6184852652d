package dev.andon.internal.canary.write;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.canary.CanaryJson;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A JSON body whose values are read by JSON pointers. */
final class JsonResponse implements CanaryJson {
    private static final Object NOTHING = new Object();

    private final RecordedResponse answer;
    private final @Nullable Object root;

    private JsonResponse(RecordedResponse answer, @Nullable Object root) {
        this.answer = answer;
        this.root = root;
    }

    static JsonResponse parse(RecordedResponse answer) {
        try {
            return new JsonResponse(answer, JsonParser.any().withLazyNumbers().from(answer.body()));
        } catch (JsonParserException malformed) {
            throw answer.failure("answered " + answer.status() + " and no JSON");
        }
    }

    @Override
    public boolean has(String pointer) {
        return find(pointer) != NOTHING;
    }

    @Override
    public String text(String pointer) {
        Object value = find(pointer);
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw missing(pointer, "text", value);
    }

    @Override
    public BigDecimal number(String pointer) {
        Object value = find(pointer);
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw missing(pointer, "number", value);
    }

    @Override
    public int size(String pointer) {
        Object value = find(pointer);
        if (value instanceof JsonArray array) {
            return array.size();
        }
        if (value instanceof JsonObject object) {
            return object.size();
        }
        throw missing(pointer, "array or object", value);
    }

    private AssertionError missing(String pointer, String wanted, @Nullable Object value) {
        String place = pointer.isEmpty() ? "as a whole" : "at " + pointer;
        return answer.failure(
                value == NOTHING || value == null
                        ? "answered no " + wanted + " " + place
                        : "answered something else than a " + wanted + " " + place);
    }

    private @Nullable Object find(String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    "\"" + pointer + "\" is no JSON pointer: it begins with a slash, for example /items/0/sku");
        }
        Object value = root;
        String[] names = pointer.split("/", -1);
        for (int i = 1; i < names.length; i++) {
            value = member(value, names[i].replace("~1", "/").replace("~0", "~"));
        }
        return value;
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        if (value instanceof JsonObject object && object.containsKey(name)) {
            return object.get(name);
        }
        if (value instanceof JsonArray array && name.matches("0|[1-9]\\d{0,8}")) {
            int index = Integer.parseInt(name);
            return index < array.size() ? array.get(index) : NOTHING;
        }
        return NOTHING;
    }
}

package dev.andon.internal.canary.prove;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes one value of a JSON text and keeps its shape: strings stay strings, numbers stay numbers. */
final class JsonChanges {
    /** At most so many values of one response are changed, those nearest to the root first. */
    private static final int MOST = 25;

    private JsonChanges() {}

    /**
     * A change.
     *
     * @param pointer which value
     * @param text the whole text with that value changed
     */
    record Change(String pointer, String text) {}

    static List<Change> of(String json) {
        Optional<Object> root = parse(json);
        if (root.isEmpty()) {
            return List.of();
        }
        List<String> pointers = new ArrayList<>();
        collect(root.get(), "", pointers);
        List<Change> changes = new ArrayList<>();
        for (String pointer : pointers.stream()
                .sorted(Comparator.comparingLong(JsonChanges::depth))
                .limit(MOST)
                .toList()) {
            parse(json).ifPresent(fresh -> changes.add(new Change(pointer, changed(fresh, pointer))));
        }
        return changes;
    }

    private static long depth(String pointer) {
        return pointer.chars().filter(c -> c == '/').count();
    }

    private static Optional<Object> parse(String json) {
        try {
            return Optional.ofNullable(JsonParser.any().withLazyNumbers().from(json));
        } catch (JsonParserException malformed) {
            return Optional.empty();
        }
    }

    private static void collect(@Nullable Object value, String pointer, List<String> pointers) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) ->
                    collect(member, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), pointers));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), pointer + "/" + i, pointers);
            }
        } else if (value != null) {
            pointers.add(pointer);
        }
    }

    private static String changed(Object root, String pointer) {
        if (pointer.isEmpty()) {
            return JsonWriter.string(other(root));
        }
        String[] names = pointer.split("/", -1);
        @Nullable Object holder = root;
        for (int i = 1; i < names.length - 1; i++) {
            holder = holder instanceof JsonObject object
                    ? object.get(name(names[i]))
                    : array(holder).get(Integer.parseInt(names[i]));
        }
        String last = names[names.length - 1];
        if (holder instanceof JsonObject object) {
            object.computeIfPresent(name(last), (name, value) -> other(value));
        } else {
            array(holder).replaceAll(new OneOf(Integer.parseInt(last)));
        }
        return JsonWriter.string(root);
    }

    private static JsonArray array(@Nullable Object holder) {
        return (JsonArray) Objects.requireNonNull(holder);
    }

    private static String name(String escaped) {
        return escaped.replace("~1", "/").replace("~0", "~");
    }

    private static Object other(Object value) {
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).add(BigDecimal.ONE);
        }
        return value + "-changed";
    }

    /** Changes the element at one index. */
    private static final class OneOf implements UnaryOperator<Object> {
        private int left;

        OneOf(int index) {
            this.left = index;
        }

        @Override
        public Object apply(Object value) {
            return left-- == 0 ? other(value) : value;
        }
    }
}

package dev.andon.internal.canary.values;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One JSON text, or several, one in each line. A place is a JSON pointer with {@code *} for each index, since lists may have
 * another order in each run.
 */
final class JsonDocument implements Document {
    private static final Object LEFT_OUT = new Object();
    private static final int MOST_LINES = 10_000;

    /** The member by which JSON-RPC is known. */
    private static final String CALL = "jsonrpc";

    /** What each response of JSON-RPC repeats, a refusal too. */
    private static final Set<String> OF_A_CALL = Set.of(CALL, "id");

    private final List<@Nullable Object> roots;
    private final boolean lines;

    private JsonDocument(List<@Nullable Object> roots, boolean lines) {
        this.roots = roots;
        this.lines = lines;
    }

    static Optional<JsonDocument> parse(String text) {
        List<@Nullable Object> roots = new ArrayList<>();
        try {
            roots.add(JsonParser.any().withLazyNumbers().from(text));
            return Optional.of(new JsonDocument(roots, false));
        } catch (JsonParserException several) {
            return parseLines(text);
        }
    }

    private static Optional<JsonDocument> parseLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2 || lines.size() > MOST_LINES) {
            return Optional.empty();
        }
        List<@Nullable Object> roots = new ArrayList<>();
        try {
            for (String line : lines) {
                roots.add(JsonParser.any().withLazyNumbers().from(line));
            }
            return Optional.of(new JsonDocument(roots, true));
        } catch (JsonParserException none) {
            return Optional.empty();
        }
    }

    @Override
    public boolean hasList() {
        return lines || roots.stream().anyMatch(JsonDocument::hasList);
    }

    @Override
    public boolean ignoresSpaceAtEnd() {
        return !lines;
    }

    private static boolean hasList(@Nullable Object value) {
        return (value instanceof JsonArray array && !array.isEmpty())
                || (value instanceof JsonObject object
                        && object.values().stream().anyMatch(JsonDocument::hasList));
    }

    @Override
    public List<String> values() {
        List<String> values = new ArrayList<>();
        roots.forEach(root -> collect(root, values));
        return values;
    }

    private static void collect(@Nullable Object value, List<String> values) {
        if (value instanceof JsonObject object) {
            object.values().forEach(member -> collect(member, values));
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> collect(element, values));
        } else if (value != null) {
            values.add(String.valueOf(value));
        }
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        if (change == ValueChange.BLANK_LINES) {
            return lines ? Optional.of(new Changed(blankLines(), Map.of())) : Optional.empty();
        }
        Changing changing = new Changing(change, kept, new ListSizes(roots));
        String text;
        if (lines) {
            List<@Nullable Object> changed = shortened(change, roots).stream()
                    .<@Nullable Object>map(root -> changing.apply(root, "/*"))
                    .filter(root -> root != LEFT_OUT)
                    .collect(Collectors.toList());
            changing.changed |= changed.size() < roots.size();
            text = changed.stream().map(JsonWriter::string).collect(Collectors.joining("\n", "", "\n"));
        } else {
            Object changed = changing.apply(roots.get(0), "");
            text = JsonWriter.string(changed == LEFT_OUT ? null : changed);
        }
        return changing.changed ? Optional.of(new Changed(text, changing.replaced.byPlace())) : Optional.empty();
    }

    private String blankLines() {
        return roots.stream()
                .map(root -> " ".repeat(JsonWriter.string(root).length()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<@Nullable Object> shortened(ValueChange change, List<@Nullable Object> list) {
        return switch (change) {
            case EMPTY_LIST -> List.of();
            case ONE_LESS -> list.subList(0, Math.max(0, list.size() - 1));
            default -> list;
        };
    }

    /** One change of all values. */
    private static final class Changing {
        private final ValueChange change;
        private final Set<String> kept;
        private final ReplacedValues replaced = new ReplacedValues();
        private final ListSizes sizes;
        private boolean changed;

        Changing(ValueChange change, Set<String> kept, ListSizes sizes) {
            this.change = change;
            this.kept = kept;
            this.sizes = sizes;
        }

        @Nullable Object apply(@Nullable Object value, String place) {
            if (value instanceof JsonObject object) {
                JsonObject other = new JsonObject();
                boolean call = object.get(CALL) instanceof String;
                object.forEach((name, member) -> {
                    Object to = call && OF_A_CALL.contains(name)
                            ? member
                            : apply(resized(name, member, place + "/" + name), place + "/" + name);
                    if (to != LEFT_OUT) {
                        other.put(name, to);
                    }
                });
                return other;
            }
            if (value instanceof JsonArray array) {
                return list(array, place);
            }
            return value == null || kept.contains(place) ? value : scalar(value, place);
        }

        private @Nullable Object resized(String name, @Nullable Object value, String place) {
            Object to = sizes.after(change, name, value);
            if (to != null && !to.equals(value)) {
                replaced.add(place, to.toString());
            }
            return to;
        }

        private JsonArray list(JsonArray array, String place) {
            JsonArray other = new JsonArray();
            for (Object element : shortened(change, array)) {
                Object to = apply(element, place + "/*");
                if (to != LEFT_OUT) {
                    other.add(to);
                }
            }
            if (change == ValueChange.ONE_MORE && array.isEmpty()) {
                JsonObject unexpected = new JsonObject();
                unexpected.put("unexpected", "element");
                other.add(unexpected);
            }
            changed |= other.size() != array.size();
            return other;
        }

        private @Nullable Object scalar(Object value, String place) {
            Object to =
                    switch (change) {
                        case SAME_LENGTH, OTHER_LENGTH -> other(value, place);
                        case NULL -> null;
                        case MISSING -> LEFT_OUT;
                        case EMPTY_TEXT -> value instanceof String ? "" : value;
                        case GARBLED -> value instanceof String text ? "?".repeat(text.length()) : value;
                        case NEGATIVE -> value instanceof Number ? Replacement.negative(value.toString()) : value;
                        case LOWER -> value instanceof Number ? Replacement.lower(value.toString()) : value;
                        case EMPTY_LIST, BLANK_LINES, ONE_LESS, ONE_MORE -> value;
                    };
            changed |= to == null || !to.equals(value);
            return to;
        }

        private Object other(Object value, String place) {
            if (value instanceof Boolean flag) {
                return !flag;
            }
            Object other = value instanceof Number
                    ? Replacement.number(value.toString())
                    : change == ValueChange.SAME_LENGTH
                            ? Replacement.sameLength(value.toString())
                            : Replacement.otherLength(value.toString());
            replaced.add(place, other.toString());
            return other;
        }
    }
}

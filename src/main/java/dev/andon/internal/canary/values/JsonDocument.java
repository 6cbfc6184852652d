package dev.andon.internal.canary.values;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.andon.internal.canary.values.JsonText.Elements;
import dev.andon.internal.canary.values.JsonText.Member;
import dev.andon.internal.canary.values.JsonText.Members;
import dev.andon.internal.canary.values.JsonText.Node;
import dev.andon.internal.canary.values.JsonText.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON text, or several, one in each line. A place is a JSON pointer with {@code *} for each index, since lists may have
 * another order in each run. What is no value stays as it is written, and a shorter value is followed by space.
 */
final class JsonDocument implements Document {
    private static final int MOST_LINES = 10_000;

    /** The member by which JSON-RPC is known. */
    private static final String CALL = "jsonrpc";

    /** What each response of JSON-RPC repeats, a refusal too. */
    private static final Set<String> OF_A_CALL = Set.of(CALL, "id");

    private final String text;
    private final List<Node> roots;
    private final boolean lines;

    private JsonDocument(String text, List<Node> roots, boolean lines) {
        this.text = text;
        this.roots = roots;
        this.lines = lines;
    }

    static Optional<JsonDocument> parse(String text) {
        try {
            if (isJson(text)) {
                return Optional.of(new JsonDocument(text, List.of(JsonText.read(text, 0)), false));
            }
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            if (lines.size() < 2 || lines.size() > MOST_LINES || !lines.stream().allMatch(JsonDocument::isJson)) {
                return Optional.empty();
            }
            List<Node> roots = new ArrayList<>();
            int from = 0;
            for (String line : lines) {
                from = text.indexOf(line, from);
                roots.add(JsonText.read(text, from));
                from += line.length();
            }
            return Optional.of(new JsonDocument(text, roots, true));
        } catch (IllegalArgumentException tooDeep) {
            return Optional.empty();
        }
    }

    private static boolean isJson(String text) {
        try {
            JsonParser.any().withLazyNumbers().from(text);
            return true;
        } catch (JsonParserException other) {
            return false;
        }
    }

    @Override
    public boolean hasList() {
        return lines || roots.stream().anyMatch(JsonDocument::hasList);
    }

    private static boolean hasList(Node node) {
        return (node instanceof Elements list && !list.elements().isEmpty())
                || (node instanceof Members object
                        && object.members().stream().anyMatch(member -> hasList(member.value())));
    }

    @Override
    public List<String> values() {
        List<String> values = new ArrayList<>();
        roots.forEach(root -> collect(root, values));
        return values;
    }

    private void collect(Node node, List<String> values) {
        if (node instanceof Members object) {
            object.members().forEach(member -> collect(member.value(), values));
        } else if (node instanceof Elements list) {
            list.elements().forEach(element -> collect(element, values));
        } else {
            Object value = value(node);
            if (value != null) {
                values.add(String.valueOf(value));
            }
        }
    }

    private @Nullable Object value(Node scalar) {
        try {
            return JsonParser.any().withLazyNumbers().from(text.substring(scalar.from(), scalar.to()));
        } catch (JsonParserException impossible) {
            throw new IllegalStateException("read before", impossible);
        }
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        if (change == ValueChange.BLANK_LINES) {
            return lines ? Optional.of(new Changed(text.replaceAll("[^\r\n]", " "), Map.of())) : Optional.empty();
        }
        if (lines && change == ValueChange.EMPTY_LIST) {
            return Optional.of(new Changed("\n", Map.of()));
        }
        if (lines && change == ValueChange.ONE_LESS) {
            return Optional.of(
                    new Changed(text.substring(0, roots.get(roots.size() - 1).from()), Map.of()));
        }
        Changing changing = new Changing(change, kept, new ListSizes(roots));
        StringBuilder changed = new StringBuilder(text.length());
        int from = 0;
        for (Node root : roots) {
            String other = changing.apply(root, lines ? "/*" : "");
            changed.append(text, from, root.from()).append(other == null ? "null" : other);
            from = root.to();
        }
        String result = changed.append(text, from, text.length()).toString();
        return result.equals(text) ? Optional.empty() : Optional.of(new Changed(result, changing.replaced.byPlace()));
    }

    /** One change of all values. */
    private final class Changing {
        private final ValueChange change;
        private final Set<String> kept;
        private final ReplacedValues replaced = new ReplacedValues();
        private final ListSizes sizes;

        Changing(ValueChange change, Set<String> kept, ListSizes sizes) {
            this.change = change;
            this.kept = kept;
            this.sizes = sizes;
        }

        /** Returns what a value becomes; null where it is left out. */
        private @Nullable String apply(Node node, String place) {
            if (node instanceof Members object) {
                return members(object, place);
            }
            return node instanceof Elements list ? elements(list, place) : scalar((Scalar) node, place);
        }

        private String members(Members object, String place) {
            boolean call = object.members().stream()
                    .anyMatch(member -> member.name().equals(CALL)
                            && text.charAt(member.value().from()) == '"');
            List<Part> parts = new ArrayList<>();
            for (Member member : object.members()) {
                Node value = member.value();
                String below = place + "/" + member.name();
                String other = call && OF_A_CALL.contains(member.name())
                        ? text.substring(value.from(), value.to())
                        : sizes.after(change, member.name(), text.substring(value.from(), value.to()))
                                .map(size -> resized(size, below, value))
                                .orElse(null);
                String to = other == null ? apply(value, below) : other;
                parts.add(new Part(
                        member.from(),
                        value.to(),
                        to == null ? null : text.substring(member.from(), value.from()) + to));
            }
            return joined(object, parts);
        }

        private String resized(String size, String place, Node value) {
            replaced.add(place, size);
            return padded(size, value);
        }

        private String elements(Elements list, String place) {
            int left =
                    switch (change) {
                        case EMPTY_LIST -> 0;
                        case ONE_LESS -> list.elements().size() - 1;
                        default -> list.elements().size();
                    };
            if (change == ValueChange.ONE_MORE && list.elements().isEmpty()) {
                return "[{\"unexpected\": \"element\"}]";
            }
            List<Part> parts = new ArrayList<>();
            for (Node element : list.elements()) {
                String other = parts.size() < left ? apply(element, place + "/*") : null;
                parts.add(new Part(element.from(), element.to(), other));
            }
            return joined(list, parts);
        }

        private @Nullable String scalar(Scalar scalar, String place) {
            String token = text.substring(scalar.from(), scalar.to());
            Object value = value(scalar);
            if (value == null || kept.contains(place)) {
                return token;
            }
            return switch (change) {
                case SAME_LENGTH, OTHER_LENGTH -> padded(other(value, place), scalar);
                case NULL -> padded("null", scalar);
                case MISSING -> null;
                case EMPTY_TEXT -> value instanceof String ? padded("\"\"", scalar) : token;
                case GARBLED ->
                    value instanceof String known ? padded("\"" + "?".repeat(known.length()) + "\"", scalar) : token;
                case NEGATIVE ->
                    value instanceof Number ? Replacement.negative(token).toString() : token;
                case LOWER ->
                    value instanceof Number ? padded(Replacement.lower(token).toString(), scalar) : token;
                case ENORMOUS ->
                    value instanceof Number ? Replacement.enormous(token).toString() : token;
                case EMPTY_LIST, BLANK_LINES, ONE_LESS, ONE_MORE -> token;
            };
        }

        private String other(Object value, String place) {
            if (value instanceof Boolean flag) {
                return String.valueOf(!flag);
            }
            String known = value.toString();
            if (value instanceof Number) {
                String number = Replacement.number(known).toString();
                replaced.add(place, number);
                return number;
            }
            String other =
                    change == ValueChange.SAME_LENGTH ? Replacement.sameLength(known) : Replacement.otherLength(known);
            replaced.add(place, other);
            return JsonWriter.string(other);
        }
    }

    /** A member or an element, and what it becomes; null where it is left out. */
    private record Part(int from, int to, @Nullable String other) {}

    /** Returns an object or a list with what has become of its parts, and with the same text between them. */
    private String joined(Node whole, List<Part> parts) {
        StringBuilder joined = new StringBuilder();
        int before = -1;
        for (int i = 0; i < parts.size(); i++) {
            String other = parts.get(i).other();
            if (other != null) {
                joined.append(
                        text,
                        before < 0 ? whole.from() : parts.get(before).to(),
                        before < 0 ? parts.get(0).from() : parts.get(before + 1).from());
                joined.append(other);
                before = i;
            }
        }
        if (before < 0 && !parts.isEmpty()) {
            joined.append(text.charAt(whole.from()));
        }
        int end = parts.isEmpty()
                ? whole.from()
                : before < 0 ? whole.to() - 1 : parts.get(parts.size() - 1).to();
        joined.append(text, end, whole.to() - 1);
        joined.append(" ".repeat(Math.max(0, whole.to() - whole.from() - 1 - joined.length())));
        return joined.append(text.charAt(whole.to() - 1)).toString();
    }

    private static String padded(String value, Node place) {
        return value + " ".repeat(Math.max(0, place.to() - place.from() - value.length()));
    }
}

package dev.andon.internal.formats;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The file {@value #NAME}, which users write: the key operations, for the services and for their canaries.
 *
 * <pre>{@code
 * operations:
 *   - name: place an order
 *     route: POST /orders
 *     services: com.acme.shop.OrderController   # optional, one or a list
 * }</pre>
 */
public final class OperationsCodec {
    public static final String NAME = "operations.yaml";

    private static final List<String> KEYS = List.of("name", "route", "services");

    private final String source;

    private OperationsCodec(String source) {
        this.source = source;
    }

    /** A key operation as it is written; the route and the names of its services may be empty. */
    public record Operation(String name, String route, List<String> services) {}

    /**
     * Returns the operations that a file holds.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is no list of operations
     * @throws NoClassDefFoundError if the YAML library, which is optional, is absent
     */
    public static List<Operation> decode(InputStream in, String source) {
        OperationsCodec codec = new OperationsCodec(source);
        try {
            return codec.operations(Yaml.load(in, NAME));
        } catch (IllegalArgumentException malformed) {
            throw codec.malformed("it is no YAML (" + malformed.getMessage() + ")");
        }
    }

    private List<Operation> operations(Object document) {
        if (!(document instanceof Map<?, ?> map) || !(map.get("operations") instanceof List<?> list)) {
            throw malformed("it holds no list under `operations:`");
        }
        refuseUnknown(map, Set.of("operations"), "at the top");
        List<Operation> operations = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> operation)) {
                throw malformed("\"" + element + "\" is no operation");
            }
            String place = "in operation " + (operations.size() + 1);
            refuseUnknown(operation, KEYS, place);
            String name = text(operation, "name", place);
            if (name.isEmpty()) {
                throw malformed("no `name` " + place);
            }
            operations.add(new Operation(name, text(operation, "route", place), texts(operation, "services", place)));
        }
        if (operations.isEmpty()) {
            throw malformed("its list is empty");
        }
        return List.copyOf(operations);
    }

    private void refuseUnknown(Map<?, ?> map, Collection<String> keys, String place) {
        map.keySet().stream().filter(key -> !keys.contains(String.valueOf(key))).forEach(key -> {
            throw malformed("unknown key `" + key + "` " + place + "; there are " + keys);
        });
    }

    private String text(Map<?, ?> operation, String key, String place) {
        Object value = Objects.requireNonNullElse(operation.get(key), "");
        if (value instanceof String text) {
            return text.trim();
        }
        throw malformed("`" + key + "` " + place + " is no text: " + value);
    }

    private List<String> texts(Map<?, ?> operation, String key, String place) {
        if (operation.get(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(one -> ((String) one).trim()).toList();
        }
        String one = text(operation, key, place);
        return one.isEmpty() ? List.of() : List.of(one);
    }

    private MalformedFileException malformed(String why) {
        return new MalformedFileException(
                source, why + "; write for example\noperations:\n  - name: place an order\n    route: POST /orders");
    }
}

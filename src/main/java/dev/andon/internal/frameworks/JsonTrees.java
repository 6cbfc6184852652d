package dev.andon.internal.frameworks;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jackson's trees, as the maps, lists and values that stand for the same document. */
public final class JsonTrees {

    private static final Map<String, String> MAPPERS = Map.of(
            "tools.jackson.databind.JsonNode", "tools.jackson.databind.json.JsonMapper",
            "com.fasterxml.jackson.databind.JsonNode", "com.fasterxml.jackson.databind.ObjectMapper");

    private JsonTrees() {}

    /** Returns whether the value is such a tree. */
    public static boolean isOne(Object value) {
        return type(value) != null;
    }

    /** Returns the document of a tree; empty where it is nothing. */
    public static Optional<Object> document(Object tree) {
        Class<?> type = type(tree);
        try {
            Object mapper = type == null ? null : mapper(type);
            return mapper == null || type == null
                    ? Optional.empty()
                    : Optional.ofNullable(mapper.getClass()
                            .getMethod("convertValue", Object.class, Class.class)
                            .invoke(mapper, tree, Object.class));
        } catch (ReflectiveOperationException | LinkageError otherVersion) {
            return Optional.empty();
        }
    }

    /** Returns a tree like another of a document; empty where it cannot be made. */
    public static Optional<Object> tree(Object like, Object document) {
        Class<?> type = type(like);
        try {
            Object mapper = type == null ? null : mapper(type);
            return mapper == null
                    ? Optional.empty()
                    : Optional.ofNullable(mapper.getClass()
                            .getMethod("valueToTree", Object.class)
                            .invoke(mapper, document));
        } catch (ReflectiveOperationException | LinkageError otherVersion) {
            return Optional.empty();
        }
    }

    private static @Nullable Class<?> type(Object value) {
        return ReturnedTypes.known(value, MAPPERS.keySet());
    }

    private static Object mapper(Class<?> type) throws ReflectiveOperationException {
        return Class.forName(MAPPERS.getOrDefault(type.getName(), ""), true, type.getClassLoader())
                .getConstructor()
                .newInstance();
    }
}

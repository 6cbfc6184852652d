package dev.andon.internal.frameworks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Spring's functional handlers answer. One with an entity is written from it, any other by a function that it holds. */
public final class RoutedResponses {

    private static final String REACTIVE = "org.springframework.web.reactive.function.";
    private static final String MVC = "org.springframework.web.servlet.function.";
    private static final Set<String> RESPONSES = Set.of(REACTIVE + "server.ServerResponse", MVC + "ServerResponse");
    private static final String REACTIVE_ENTITY = REACTIVE + "server.EntityResponse";
    private static final Set<String> WITH_ENTITY = Set.of(REACTIVE_ENTITY, MVC + "EntityResponse");

    private RoutedResponses() {}

    /** Returns whether the value is the response of a functional handler. */
    public static boolean isOne(Object value) {
        return ReturnedTypes.known(value, RESPONSES) != null;
    }

    /** Returns what the body of such a response is written from; empty where only a function writes it. */
    public static Optional<Object> entity(Object response) {
        Class<?> type = ReturnedTypes.known(response, WITH_ENTITY);
        try {
            return type == null
                    ? Optional.empty()
                    : Optional.ofNullable(type.getMethod("entity").invoke(response));
        } catch (ReflectiveOperationException otherVersion) {
            return Optional.empty();
        }
    }

    /** Returns the values of the fields of such a response that make it write another entity; empty where none do. */
    public static Map<String, Object> writing(Object response, Object entity) {
        Class<?> type = ReturnedTypes.known(response, WITH_ENTITY);
        if (type == null || !type.getName().equals(REACTIVE_ENTITY)) {
            return type == null ? Map.of() : Map.of("entity", entity);
        }
        // In WebFlux the entity only tells what the inserter writes.
        Object inserter = inserter(type, entity);
        return inserter == null ? Map.of() : Map.of("entity", entity, "inserter", inserter);
    }

    private static @Nullable Object inserter(Class<?> type, Object entity) {
        try {
            return Class.forName(REACTIVE + "BodyInserters", true, type.getClassLoader())
                    .getMethod("fromValue", Object.class)
                    .invoke(null, entity);
        } catch (ReflectiveOperationException | LinkageError otherVersion) {
            return null;
        }
    }
}

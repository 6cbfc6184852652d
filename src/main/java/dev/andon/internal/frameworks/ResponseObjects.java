package dev.andon.internal.frameworks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What methods return as a whole response: a status, headers and a body, as objects of Spring and of JAX-RS. */
public final class ResponseObjects {

    private static final String ENTITY = "org.springframework.http.ResponseEntity";
    private static final String HTTP_ENTITY = "org.springframework.http.HttpEntity";
    private static final String PROBLEM = "org.springframework.http.ProblemDetail";
    private static final Set<String> RESPONSES = Set.of("jakarta.ws.rs.core.Response", "javax.ws.rs.core.Response");

    /** No content, reset content, not modified. */
    private static final Set<Integer> NO_BODY = Set.of(204, 205, 304);

    /** The beginnings of the names of classes, as class files name them, that change nothing in a service. */
    private static final List<String> MAKING = List.of(
            "org/springframework/http/",
            "jakarta/ws/rs/core/",
            "javax/ws/rs/core/",
            "java/lang/Object",
            "java/lang/String",
            "java/lang/Integer",
            "java/lang/Long",
            "java/net/URI",
            "org/slf4j/",
            "org/apache/logging/",
            "java/util/logging/",
            "kotlin/jvm/internal/Intrinsics");

    private ResponseObjects() {}

    /** Returns whether a call of that class only says how a response looks, or what happens, for whoever reads the log. */
    public static boolean onlyMakes(String owner) {
        return MAKING.stream().anyMatch(owner::startsWith);
    }

    /** Returns whether the value is a response, with a body or without. */
    public static boolean isOne(Object value) {
        return response(value) != null;
    }

    /** Returns whether a response has a status that sends no body, whatever it holds. */
    public static boolean sendsNoBody(Object value) {
        return NO_BODY.contains(status(value));
    }

    /** Returns whether a response says that what was asked for is done, and nothing else. */
    public static boolean saysDone(Object value) {
        int status = status(value);
        return status >= 200 && status < 300 && isEmpty(value);
    }

    /** Returns whether a response has neither a body nor headers. */
    public static boolean isEmpty(Object value) {
        Class<?> type = response(value);
        try {
            Object headers = type == null ? null : type.getMethod("getHeaders").invoke(value);
            return body(value).isEmpty()
                    && (headers == null
                            || headers.getClass()
                                    .getMethod("isEmpty")
                                    .invoke(headers)
                                    .equals(true));
        } catch (ReflectiveOperationException closed) {
            return body(value).isEmpty();
        }
    }

    /** Returns 0 where the value is no response. */
    private static int status(Object value) {
        Class<?> type = response(value);
        if (type == null) {
            return 0;
        }
        try {
            Method status = type.getMethod(isEntity(type) ? "getStatusCode" : "getStatus");
            Object code = status.invoke(value);
            return code instanceof Integer number
                    ? number
                    : (int) status.getReturnType().getMethod("value").invoke(code);
        } catch (ReflectiveOperationException otherVersion) {
            return 0;
        }
    }

    /** Returns whether another value in that field of an answer is sent in its body, and nowhere else. */
    public static boolean isSent(Object value, String field) {
        // Another status would be too easy to detect, and another type of content.
        return ReturnedTypes.known(value, Set.of(PROBLEM)) != null
                ? !field.equals("status")
                : ReturnedTypes.known(value, Set.of(HTTP_ENTITY)) == null || field.equals("body");
    }

    /** Returns what a response holds as its body; empty where that is nothing, or the value is no response. */
    public static Optional<Object> body(Object value) {
        Class<?> type = response(value);
        if (type == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    type.getMethod(isEntity(type) ? "getBody" : "getEntity").invoke(value));
        } catch (ReflectiveOperationException closed) {
            return Optional.empty();
        }
    }

    /**
     * Returns a response with the same status and another body.
     *
     * @param headers whether it has the same headers too
     * @return empty where the value is no response
     */
    public static Optional<Object> withBody(Object value, @Nullable Object body, boolean headers) {
        Class<?> type = response(value);
        if (type == null) {
            return Optional.empty();
        }
        try {
            return isEntity(type) ? entity(type, value, body, headers) : response(type, value, body, headers);
        } catch (ReflectiveOperationException otherVersion) {
            return Optional.empty();
        }
    }

    private static Optional<Object> entity(Class<?> type, Object value, @Nullable Object body, boolean headers)
            throws ReflectiveOperationException {
        Object status = type.getMethod("getStatusCode").invoke(value);
        Object sent = type.getMethod("getHeaders").invoke(value);
        for (Constructor<?> constructor : type.getConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length == 3
                    && parameters[0] == Object.class
                    && parameters[1].isInstance(sent)
                    && parameters[2].isInstance(status)) {
                return Optional.of(constructor.newInstance(body, headers ? sent : null, status));
            }
        }
        return Optional.empty();
    }

    private static Optional<Object> response(Class<?> type, Object value, @Nullable Object body, boolean headers)
            throws ReflectiveOperationException {
        Method start = headers ? type.getMethod("fromResponse", type) : type.getMethod("status", int.class);
        Object builder =
                start.invoke(null, headers ? value : type.getMethod("getStatus").invoke(value));
        Class<?> building = start.getReturnType();
        Object filled = building.getMethod("entity", Object.class).invoke(builder, body);
        return Optional.ofNullable(building.getMethod("build").invoke(filled));
    }

    private static boolean isEntity(Class<?> type) {
        return type.getName().equals(ENTITY);
    }

    private static @Nullable Class<?> response(Object value) {
        Class<?> type = ReturnedTypes.known(value, Set.of(ENTITY));
        return type == null ? ReturnedTypes.known(value, RESPONSES) : type;
    }
}

package dev.andon.internal.require;

import java.util.Locale;

/** Compares the names and routes of operations as people write them: case and white space do not matter. */
public final class OperationText {
    private OperationText() {}

    /** Returns the name of an operation in the form in which two spellings of it are equal. */
    public static String normalized(String operation) {
        return operation.trim().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Returns whether two routes, such as {@code GET /orders/{id}} and {@code get /orders/{orderId}}, are the same. */
    public static boolean sameRoute(String one, String other) {
        String[] parts = other.trim().split("\\s+", 2);
        return parts.length == 2
                ? sameRoute(one, parts[0].toUpperCase(Locale.ROOT), parts[1])
                : one.trim().equals(other.trim());
    }

    /** Returns whether a route is that of a verb, {@code *} for any, and a path template; parameter names do not matter. */
    public static boolean sameRoute(String route, String verb, String template) {
        String[] parts = route.trim().split("\\s+", 2);
        return parts.length == 2
                && (verb.equals("*") || verb.equals(parts[0].toUpperCase(Locale.ROOT)))
                && anonymous(parts[1]).equals(anonymous(template));
    }

    private static String anonymous(String template) {
        String anonymous = template.replaceAll("\\{[^/]*}", "{}");
        return anonymous.length() > 1 && anonymous.endsWith("/")
                ? anonymous.substring(0, anonymous.length() - 1)
                : anonymous;
    }
}

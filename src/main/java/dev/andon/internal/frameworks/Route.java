package dev.andon.internal.frameworks;

/**
 * A route or operation that a service answers.
 *
 * @param verb the HTTP method, for example {@code POST}, {@code *} for any, or the kind of an operation that is not
 *     addressed by a path, for example {@code QUERY}
 * @param template the path template, for example {@code /orders/{id}}, or the name of an operation
 */
public record Route(String verb, String template) {

    /** Returns whether it is addressed by a path, and not an operation with a name only. */
    public boolean isPath() {
        return template.startsWith("/");
    }

    @Override
    public String toString() {
        return verb + " " + template;
    }
}

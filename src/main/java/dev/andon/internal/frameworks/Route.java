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

    /** Returns whether a request may be meant for either, since only the names of their variables differ. */
    public boolean hasSameRequests(Route other) {
        boolean verbs = verb.equals(other.verb) || verb.equals("*") || other.verb.equals("*");
        return verbs && shape(template).equals(shape(other.template));
    }

    private static String shape(String template) {
        return template.replaceAll("\\{[^/]*}", "{}");
    }

    @Override
    public String toString() {
        return verb + " " + template;
    }
}

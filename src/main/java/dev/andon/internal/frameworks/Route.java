package dev.andon.internal.frameworks;

/**
 * A route that a service answers.
 *
 * @param verb the HTTP method, for example {@code POST}, or {@code *} for any
 * @param template the path template, for example {@code /orders/{id}}
 */
public record Route(String verb, String template) {

    @Override
    public String toString() {
        return verb + " " + template;
    }
}

package dev.andon.internal.canary.prove;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Recognises a request in another run, where its id is another: what is the same in all runs is its own name, everything
 * else is a variable.
 *
 * @param literal whether a path segment or query value is the same in all known runs
 */
record RequestKeys(Predicate<String> literal) {
    /** Of a run to which no other can be compared yet. */
    static final RequestKeys EXACT = new RequestKeys(part -> true);

    private static final String VARIABLE = "{}";

    /** Learns from the requests of runs in which no fault was injected. */
    static RequestKeys of(Collection<RecordedRequest> first, Collection<RecordedRequest> second) {
        Set<String> literals = parts(first);
        literals.retainAll(parts(second));
        return new RequestKeys(Set.copyOf(literals)::contains);
    }

    private static Set<String> parts(Collection<RecordedRequest> requests) {
        Set<String> parts = new HashSet<>();
        for (RecordedRequest request : requests) {
            parts.addAll(Arrays.asList(request.request().uri().split("[/?&=]", -1)));
        }
        return parts;
    }

    /** Returns the method and the URI with its variables, and whether the request is conditional. */
    String key(HttpMessage request) {
        String[] uri = request.uri().split("\\?", 2);
        StringBuilder key = new StringBuilder(request.method()).append(' ').append(template(uri[0]));
        if (uri.length > 1) {
            char before = '?';
            for (String pair : uri[1].split("&", -1)) {
                String[] parts = pair.split("=", 2);
                key.append(before).append(parts[0]);
                key.append(parts.length > 1 ? "=" + part(parts[1]) : "");
                before = '&';
            }
        }
        boolean conditional = request.headers().stream()
                .anyMatch(header -> header.name().toLowerCase(Locale.ROOT).startsWith("if-"));
        return key.append(conditional ? " if changed" : "").toString();
    }

    private String template(String path) {
        return Arrays.stream(path.split("/", -1)).map(this::part).collect(Collectors.joining("/"));
    }

    private String part(String text) {
        return text.isEmpty() || literal.test(text) ? text : VARIABLE;
    }

    /** Returns whether a part of a URI differs from run to run. */
    boolean isVariable(String part) {
        return !literal.test(part);
    }
}

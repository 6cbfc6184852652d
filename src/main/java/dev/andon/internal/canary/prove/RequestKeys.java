package dev.andon.internal.canary.prove;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
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

    private static final int MOST_DIFFERING = 2;
    private static final String VARIABLE = "{}";

    /** Learns from the requests of runs in which no fault was injected. */
    static RequestKeys of(Collection<RecordedRequest> first, Collection<RecordedRequest> second) {
        Set<String> literals = parts(first);
        literals.retainAll(parts(second));
        return new RequestKeys(Set.copyOf(literals)::contains);
    }

    /**
     * Learns from a run in which a request was not seen again: one that differs from it in a value or in a path segment alone
     * is the same one, with what was equal in the known runs by chance, as a random choice of few values is.
     *
     * @return the keys by which both are the same; empty where no request of the run is like it
     */
    Optional<RequestKeys> apart(HttpMessage missed, Collection<RecordedRequest> others) {
        return others.stream()
                .map(other -> differing(missed, other.request()))
                .filter(parts -> !parts.isEmpty() && parts.stream().anyMatch(literal))
                .min(Comparator.comparingInt(Set::size))
                .map(parts -> new RequestKeys(part -> literal.test(part) && !parts.contains(part)));
    }

    /** Returns the values in which two requests differ; none where they differ in anything else. */
    private static Set<String> differing(HttpMessage one, HttpMessage other) {
        String[] paths = {one.uri().split("\\?", 2)[0], other.uri().split("\\?", 2)[0]};
        String[] names = {one.uri().replaceAll("=[^&]*", "="), other.uri().replaceAll("=[^&]*", "=")};
        boolean inQuery = paths[0].equals(paths[1]) && names[0].equals(names[1]);
        boolean inPath = Arrays.equals(
                Arrays.copyOf(one.uri().split("/", -1), 2),
                Arrays.copyOf(other.uri().split("/", -1), 2));
        String[] parts = one.uri().split("[/?&=]", -1);
        String[] with = other.uri().split("[/?&=]", -1);
        Set<String> differing = new HashSet<>();
        if (one.method().equals(other.method()) && parts.length == with.length && (inQuery || inPath)) {
            for (int i = 0; i < parts.length; i++) {
                if (!parts[i].equals(with[i])) {
                    differing.add(parts[i]);
                    differing.add(with[i]);
                }
            }
        }
        return differing.size() > 2 * MOST_DIFFERING ? Set.of() : differing;
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

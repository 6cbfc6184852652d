package dev.andon.internal.canary.prove;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which requests of a canary perform the operation that it names. Pure.
 *
 * @param route the route as {@code @Canary} gives it, for example {@code POST /orders}
 * @param base the path of the target, which a route need not name
 */
record PerformedOperation(String route, String base) {
    private static final Set<String> HTTP = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> GRAPHQL = Set.of("QUERY", "MUTATION", "SUBSCRIPTION");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "QUERY", "SUBSCRIPTION");

    private String verb() {
        return route.trim().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    }

    private String template() {
        String[] parts = route.trim().split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1].trim().split("\\?", 2)[0];
    }

    /** Returns whether requests can be compared to the route at all. */
    boolean isKnown() {
        return !template().isEmpty() && (HTTP.contains(verb()) || GRAPHQL.contains(verb()));
    }

    /** Returns those of the cases that write what the operation is for; none where it only reads. */
    List<FaultCase> writing(List<FaultCase> cases) {
        return READING.contains(verb())
                ? List.of()
                : among(cases).stream()
                        .filter(one -> one.healthy().wrote())
                        .map(FaultCase::whole)
                        .distinct()
                        .toList();
    }

    /** Returns the cases that perform the operation. */
    List<FaultCase> among(List<FaultCase> cases) {
        String shared = sharedPrefix(cases);
        return cases.stream()
                .filter(one -> one.healthy().isHttp())
                .filter(one -> performs(one.healthy(), shared))
                .toList();
    }

    private boolean performs(RecordedRequest request, String shared) {
        String method = request.request().method();
        if (GRAPHQL.contains(verb())) {
            boolean named = Pattern.compile("\\b" + Pattern.quote(template()) + "\\b")
                    .matcher(request.request().text() + " " + request.request().uri())
                    .find();
            return named && (method.equals("POST") || method.equals("GET"));
        }
        String path = request.path();
        return method.equals(verb())
                && (matches(path)
                        || matches(without(base, path))
                        || (!shared.isEmpty() && matches(without(shared, path))));
    }

    private static String without(String prefix, String path) {
        boolean below = !prefix.isEmpty() && (path.equals(prefix) || path.startsWith(prefix + "/"));
        return below ? path.substring(prefix.length()) : path;
    }

    /** Returns whether a path is one of the template's: {@code {id}} and {@code *} stand for one segment, {@code **} for any. */
    private boolean matches(String path) {
        String expression = Arrays.stream(stripped(template()).split("/", -1))
                .map(segment -> segment.equals("**")
                        ? ".*"
                        : Arrays.stream(segment.split("\\{[^}]*}|\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("[^/]+")))
                .collect(Collectors.joining("/"));
        return stripped(path).matches(expression);
    }

    private static String stripped(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns the first segments that all requests have, such as the context path of an application, where there are several. */
    private static String sharedPrefix(List<FaultCase> cases) {
        List<String> paths = cases.stream()
                .filter(one -> one.healthy().isHttp())
                .map(one -> one.healthy().path())
                .distinct()
                .toList();
        if (paths.size() < 2) {
            return "";
        }
        String prefix = "";
        for (String segment : paths.get(0).substring(1).split("/", -1)) {
            String longer = prefix + "/" + segment;
            if (!paths.stream().allMatch(path -> path.startsWith(longer + "/"))) {
                break;
            }
            prefix = longer;
        }
        return prefix;
    }

    /** Returns why it cannot be determined whether the operation works where the service refuses it each time; else empty. */
    Optional<String> refused(List<FaultCase> cases) {
        List<FaultCase> performing = among(cases);
        boolean refused = !performing.isEmpty()
                && performing.stream()
                        .allMatch(one -> one.healthy().response().status() >= RecordedRequest.FIRST_ERROR_STATUS);
        return refused
                ? Optional.of("the service answers "
                        + performing.get(0).healthy().response().status() + " to every " + route.trim()
                        + ", so the canary shows that the operation is refused, not that it works: let it perform the"
                        + " operation, or exempt a canary that is for the refusal")
                : Optional.empty();
    }

    /** Returns what a canary does in place of its operation; empty where it performs it. */
    Optional<String> problem(ControlRuns control, List<FaultCase> cases) {
        if (!isKnown() || !among(cases).isEmpty()) {
            return Optional.empty();
        }
        String sent = cases.stream().map(FaultCase::shown).distinct().collect(Collectors.joining(", "));
        List<FaultCase> all = control.requests().stream()
                .map(request -> new FaultCase(List.of(request), Integer.MAX_VALUE))
                .toList();
        String only = sent.isEmpty() ? "sends no request that can be seen" : "only sends " + sent;
        return Optional.of("names " + route.trim() + " and " + only
                + (among(all).isEmpty() ? "" : "; " + route.trim() + " is sent by its cleanup alone"));
    }
}

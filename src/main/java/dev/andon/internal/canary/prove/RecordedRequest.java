package dev.andon.internal.canary.prove;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request of a canary and the healthy answer to it.
 *
 * @param key method and URI; requests with the same key are one exchange, asked again
 * @param request what was asked
 * @param answer what the service answered
 */
record RecordedRequest(String key, HttpMessage request, HttpMessage answer) {
    static final String CONNECTION = "its connection, which speaks no HTTP/1.1";

    private static final Pattern CANARY = Pattern.compile("[a-z0-9-]+-canary/\\S+( .*)?");
    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Returns the one that stands for all connections of a run that speak no HTTP/1.1. */
    static RecordedRequest connection() {
        HttpMessage nothing = new HttpMessage("", List.of(), new byte[0]);
        return new RecordedRequest(CONNECTION, nothing, nothing);
    }

    /** Whether it is a request and its answer; else it is a connection, of which nobody can read more. */
    boolean http() {
        return !key.equals(CONNECTION);
    }

    /** Returns the key as reports show it: a query may hold secrets. */
    String shown() {
        int query = key.indexOf('?');
        return query < 0 ? key : key.substring(0, query) + "?…";
    }

    static String key(HttpMessage request) {
        return request.method() + " " + request.uri();
    }

    /** Returns the beginning of a key that is the same in every run: what stands before the first part with a digit. */
    static String stable(String key) {
        String path = key.split(", |\\?", 2)[0];
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            int end = path.indexOf('/', slash + 1);
            String part = path.substring(slash, end < 0 ? path.length() : end);
            if (part.chars().anyMatch(Character::isDigit)) {
                return path.substring(0, slash + 1);
            }
        }
        return path;
    }

    boolean writes() {
        return writes(request);
    }

    /** Whether the service took what was written. */
    boolean wrote() {
        return http() && writes() && answer.status() < 400;
    }

    static boolean writes(HttpMessage request) {
        return switch (request.method()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    /** Returns the span that asked; empty where the request carries none. */
    Optional<String> span() {
        return request.header("traceparent")
                .filter(value -> PARENT.matcher(value).matches())
                .map(value -> value.substring(36, 52));
    }

    /** Returns what the request lacks to be known for a canary's; empty where it lacks nothing. */
    Optional<String> anonymous() {
        if (!http()) {
            return Optional.empty();
        }
        Optional<String> agent = request.header("User-Agent");
        if (agent.filter(value -> CANARY.matcher(value).matches()).isEmpty()) {
            return Optional.of(
                    key + ": its User-Agent is " + agent.orElse("missing") + ", not <name>-canary/<version>");
        }
        return span().isPresent() ? Optional.empty() : Optional.of(shown() + ": no traceparent");
    }
}

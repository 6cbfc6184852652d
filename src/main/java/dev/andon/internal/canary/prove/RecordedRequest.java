package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.prove.RequestNumbers.RequestId;
import dev.andon.internal.text.SecretPaths;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request of a canary and the service's own response to it.
 *
 * @param id which request of its run it is
 * @param response what the service answered, before a fault changed it
 * @param arrived when the request arrived
 * @param faulty whether a fault was injected into the response
 */
record RecordedRequest(RequestId id, HttpMessage request, HttpMessage response, Instant arrived, boolean faulty) {
    static final String CONNECTION = "its connection, which does not speak HTTP/1.1";

    static final String WITHOUT_REQUEST = "its connection, on which it sends no request";

    static final int FIRST_ERROR_STATUS = 400;
    private static final Pattern CANARY = Pattern.compile("[a-z0-9-]+-canary/\\S+( .*)?");
    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Returns one of the connections of a run that do not speak HTTP/1.1. */
    static RecordedRequest connection(RequestId id, boolean faulty) {
        HttpMessage nothing = new HttpMessage("", List.of(), new byte[0]);
        return new RecordedRequest(id, nothing, nothing, Instant.now(), faulty);
    }

    /** Returns the same request under another number. */
    RecordedRequest numbered(RequestId number) {
        return new RecordedRequest(number, request, response, arrived, faulty);
    }

    String key() {
        return id.key();
    }

    /** Returns whether it is a request with a response; else it is a connection in another protocol. */
    boolean isHttp() {
        return !isConnection(key());
    }

    /** Returns whether that stands for a connection in place of a request. */
    static boolean isConnection(String key) {
        return key.startsWith(CONNECTION) || key.startsWith(WITHOUT_REQUEST);
    }

    /** Returns by what a waiver may name it: as reports show it, and as the canary sent it. */
    List<String> names() {
        return isHttp() ? List.of(shown(), request.method() + " " + request.uri()) : List.of(shown());
    }

    /** Returns the request as reports show it, without the query and other secrets. */
    String shown() {
        if (!isHttp()) {
            return key();
        }
        String[] uri = request.uri().split("\\?", 2);
        return request.method() + " " + SecretPaths.masked(uri[0]) + (uri.length > 1 ? "?…" : "");
    }

    /** Returns the path, without the query. */
    String path() {
        return request.uri().split("\\?", 2)[0];
    }

    /** Returns the beginning of a key that is the same in every run: up to the first path segment with a digit. */
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

    /** Returns whether it may change something in the service. */
    boolean writes() {
        return writes(request);
    }

    boolean deletes() {
        return request.method().equals("DELETE");
    }

    /** Returns whether it writes, and the service accepted that. */
    boolean wrote() {
        return isHttp() && writes() && response.status() < FIRST_ERROR_STATUS;
    }

    static boolean writes(HttpMessage request) {
        return switch (request.method()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    /** Returns the span that sent the request; empty where it has no {@code traceparent}. */
    Optional<String> span() {
        return request.header("traceparent")
                .filter(value -> PARENT.matcher(value).matches())
                .map(value -> value.substring(36, 52));
    }

    /** Returns what the request lacks to identify the canary; empty where it lacks nothing. */
    Optional<String> anonymous() {
        if (!isHttp()) {
            return Optional.empty();
        }
        Optional<String> agent = request.header("User-Agent");
        if (agent.filter(value -> CANARY.matcher(value).matches()).isEmpty()) {
            return Optional.of(
                    shown() + ": its User-Agent is " + agent.orElse("missing") + ", not <name>-canary/<version>");
        }
        return span().isPresent() ? Optional.empty() : Optional.of(shown() + ": no traceparent");
    }
}

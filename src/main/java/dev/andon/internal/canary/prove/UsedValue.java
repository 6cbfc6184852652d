package dev.andon.internal.canary.prove;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Tells whether a canary used a value in a request: in the URI, in a header or in the body. */
final class UsedValue {
    /** A shorter one may stand anywhere by chance, so it must be a whole part of the URI or a whole value of the body. */
    static final int SHORTEST = 5;

    /** What they hold says who asks whom for what format, and is the same in every request of a canary. */
    private static final Set<String> GENERAL = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "host",
            "traceparent",
            "tracestate",
            "user-agent");

    private UsedValue() {}

    static boolean in(HttpMessage request, String value) {
        if (value.isBlank()) {
            return false;
        }
        String path = value.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*", "");
        String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
        String uri = request.uri();
        boolean part =
                Arrays.stream(uri.split("[/?&=,;]", -1)).anyMatch(one -> one.equals(path) || one.equals(encoded));
        return part
                || request.document()
                        .map(document -> document.values().contains(value))
                        .orElse(false)
                || (path.length() >= SHORTEST
                        && (uri.contains(path)
                                || uri.contains(encoded)
                                || request.text().contains(path)
                                || request.text().contains(encoded)
                                || request.headers().stream()
                                        .filter(header ->
                                                !GENERAL.contains(header.name().toLowerCase(Locale.ROOT)))
                                        .anyMatch(header -> header.value().contains(path))));
    }
}

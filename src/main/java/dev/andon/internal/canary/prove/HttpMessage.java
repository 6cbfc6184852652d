package dev.andon.internal.canary.prove;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP/1.1 request or response as it is sent over a connection. An HTTP library would not let the proxy break the
 * rules, which is what faults do.
 */
final class HttpMessage {
    private final String startLine;
    private final List<Header> headers;
    private final byte[] body;

    /** One header. */
    record Header(String name, String value) {}

    HttpMessage(String startLine, List<Header> headers, byte[] body) {
        this.startLine = startLine;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** Returns a response; an empty type stands for no {@code Content-Type}. */
    static HttpMessage response(int status, String type, String body) {
        List<Header> headers = type.isEmpty() ? List.of() : List.of(new Header("Content-Type", type));
        return new HttpMessage("HTTP/1.1 " + status + " Fault", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    String startLine() {
        return startLine;
    }

    List<Header> headers() {
        return headers;
    }

    String method() {
        return startLine.split(" ", 2)[0];
    }

    /** Returns the request's target: a path, with a query where there is one. */
    String uri() {
        String[] parts = startLine.split(" ", -1);
        return parts.length > 1 ? parts[1] : "/";
    }

    /** Returns the response's status, 0 where it is malformed. */
    int status() {
        String[] parts = startLine.split(" ", -1);
        try {
            return parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isJson() {
        return body.length > 0
                && header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                        .isPresent();
    }

    boolean isChunked() {
        return header("Transfer-Encoding")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
    }

    HttpMessage withBody(byte[] other) {
        return new HttpMessage(startLine, headers, other);
    }

    HttpMessage with(String name, String value) {
        List<Header> others = new ArrayList<>(without(name).headers);
        others.add(new Header(name, value));
        return new HttpMessage(startLine, others, body);
    }

    HttpMessage without(String name) {
        return new HttpMessage(
                startLine,
                headers.stream()
                        .filter(header -> !header.name().equalsIgnoreCase(name))
                        .toList(),
                body);
    }

    /** Returns a GET request to a URI with the credentials of this request. */
    HttpMessage asGet(String uri) {
        List<Header> kept = headers.stream()
                .filter(header -> !header.name().toLowerCase(Locale.ROOT).startsWith("content-"))
                .filter(header -> !header.name().toLowerCase(Locale.ROOT).startsWith("if-"))
                .toList();
        return new HttpMessage("GET " + uri + " HTTP/1.1", kept, new byte[0])
                .without("Expect")
                .without("Transfer-Encoding");
    }
}

package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.values.Document;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 request or response as it is sent over a connection. An HTTP library would not let the proxy break the
 * rules, which is what faults do.
 */
final class HttpMessage {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';

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

    /** Returns a response. */
    static HttpMessage response(int status, String phrase, String type, String body) {
        return new HttpMessage(
                "HTTP/1.1 " + status + " " + phrase,
                List.of(new Header("Content-Type", type)),
                body.getBytes(StandardCharsets.UTF_8));
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

    /** Returns the body as text, decompressed where that is possible. */
    String text() {
        return new String(ContentCoding.decoded(this).orElse(body), charset());
    }

    private Charset charset() {
        Matcher named = CHARSET.matcher(type());
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Returns the media type with its parameters; empty where there is none. */
    String type() {
        return header("Content-Type").orElse("");
    }

    /** Returns whether it is a response that reports success and has a body. */
    boolean hasContent() {
        return status() >= 200 && status() < 300 && body.length > 0;
    }

    /** Returns its body as a document whose values can be changed; empty where it is no text. */
    Optional<Document> document() {
        boolean isText = !PdfContent.is(body)
                && ContentCoding.decoded(this).isPresent()
                && text().chars().noneMatch(c -> c == 0 || c == REPLACEMENT_CHARACTER);
        return isText && body.length > 0 ? Optional.of(Document.of(text(), type())) : Optional.empty();
    }

    /** Returns the values of its body; none where it is no text. */
    List<String> values() {
        return document().map(Document::values).orElse(List.of());
    }

    /** Returns whether its body is JSON, or claims to be. */
    boolean isJson() {
        String start = body.length == 0 ? "" : text().stripLeading();
        return body.length > 0
                && (type().toLowerCase(Locale.ROOT).contains("json")
                        || (type().isEmpty() && (start.startsWith("{") || start.startsWith("["))));
    }

    /** Returns a message with another text in the same coding; the other headers, such as {@code ETag}, stay. */
    HttpMessage withText(String text) {
        return withBody(ContentCoding.encoded(this, text.getBytes(charset())));
    }

    /** Returns a message with another text of another type, not compressed. */
    HttpMessage withText(String type, String text) {
        return without("Content-Encoding").with("Content-Type", type).withBody(text.getBytes(StandardCharsets.UTF_8));
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
        return withoutHeaders(header -> header.name().equalsIgnoreCase(name));
    }

    HttpMessage withoutHeaders(Predicate<Header> left) {
        return new HttpMessage(startLine, headers.stream().filter(left.negate()).toList(), body);
    }

    HttpMessage withHeaders(UnaryOperator<Header> change) {
        return new HttpMessage(startLine, headers.stream().map(change).toList(), body);
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

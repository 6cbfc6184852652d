package dev.andon.internal.canary.prove;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP/1.1 request or answer as it goes over the wire: the proxy needs no more, and an HTTP library would not let it
 * break the rules.
 */
final class HttpMessage {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LONGEST_BODY = 1 << 24;

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

    static HttpMessage answer(int status, String type, String body) {
        List<Header> headers = type.isEmpty() ? List.of() : List.of(new Header("Content-Type", type));
        return new HttpMessage("HTTP/1.1 " + status + " Fault", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a request, its body asked for where the client waits for that; empty where the connection was closed instead. */
    static Optional<HttpMessage> request(InputStream in, OutputStream out) throws IOException {
        Optional<String> line = line(in);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        List<Header> headers = headers(in);
        if (first(headers, "Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        byte[] body =
                first(headers, "Content-Length").isPresent() || chunked(headers) ? body(in, headers) : new byte[0];
        return Optional.of(new HttpMessage(line.get(), headers, body));
    }

    /** Reads the answer to a request, interim answers skipped. */
    static HttpMessage answer(InputStream in, String method) throws IOException {
        while (true) {
            String line = line(in).orElseThrow(() -> new EOFException("the service closed the connection"));
            List<Header> headers = headers(in);
            HttpMessage head = new HttpMessage(line, headers, new byte[0]);
            if (head.status() >= 200) {
                boolean none = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
                return none ? head : new HttpMessage(line, headers, body(in, headers));
            }
        }
    }

    private static byte[] body(InputStream in, List<Header> headers) throws IOException {
        if (chunked(headers)) {
            return chunks(in);
        }
        Optional<String> length = first(headers, "Content-Length");
        if (length.isEmpty()) {
            return in.readNBytes(LONGEST_BODY);
        }
        byte[] body = in.readNBytes((int) Math.min(LONGEST_BODY, Long.parseLong(length.get())));
        if (body.length < Long.parseLong(length.get())) {
            throw new EOFException("a body of " + length.get() + " bytes ended after " + body.length);
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size =
                    line(in).orElseThrow(EOFException::new).split(";", 2)[0].trim();
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                headers(in);
                return body.toByteArray();
            }
            body.writeBytes(in.readNBytes(length));
            line(in);
        }
    }

    private static List<Header> headers(InputStream in) throws IOException {
        List<Header> headers = new ArrayList<>();
        while (true) {
            String line = line(in).orElse("");
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new Header(
                        line.substring(0, colon).trim(),
                        line.substring(colon + 1).trim()));
            }
        }
    }

    private static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.ISO_8859_1));
            }
            if (next != '\r') {
                line.write(next);
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line longer than " + LONGEST_LINE + " bytes");
            }
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
    }

    private static boolean chunked(List<Header> headers) {
        return first(headers, "Transfer-Encoding")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
    }

    private static Optional<String> first(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    String method() {
        return startLine.split(" ", 2)[0];
    }

    /** Returns the request's target: a path and perhaps a query. */
    String uri() {
        String[] parts = startLine.split(" ", -1);
        return parts.length > 1 ? parts[1] : "/";
    }

    int status() {
        String[] parts = startLine.split(" ", -1);
        try {
            return parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    Optional<String> header(String name) {
        return first(headers, name);
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean json() {
        return body.length > 0
                && header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                        .isPresent();
    }

    HttpMessage with(byte[] other) {
        return new HttpMessage(startLine, headers, other);
    }

    HttpMessage with(String name, String value) {
        List<Header> others = new ArrayList<>(without(name));
        others.add(new Header(name, value));
        return new HttpMessage(startLine, others, body);
    }

    /** Returns a request that reads in place of this one, by whoever sent this one. */
    HttpMessage asking(String uri) {
        List<Header> kept = headers.stream()
                .filter(header -> !header.name().toLowerCase(Locale.ROOT).startsWith("content-"))
                .filter(header -> !header.name().toLowerCase(Locale.ROOT).startsWith("if-"))
                .toList();
        return new HttpMessage("GET " + uri + " HTTP/1.1", kept, new byte[0])
                .no("Expect")
                .no("Transfer-Encoding");
    }

    HttpMessage no(String name) {
        return new HttpMessage(startLine, without(name), body);
    }

    private List<Header> without(String name) {
        return headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
    }

    /** Writes the message, the last one of its connection; of the body only so many bytes, whatever the length says. */
    void write(OutputStream out, int bytes) throws IOException {
        HttpMessage framed = no("Transfer-Encoding").no("Content-Length").with("Connection", "close");
        boolean lengthless = status() == 204 || status() == 304;
        StringBuilder head = new StringBuilder(startLine).append("\r\n");
        framed.headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        if (!lengthless && (body.length > 0 || !startLine.endsWith("HTTP/1.1") || hasLength())) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, 0, Math.min(bytes, body.length));
        out.flush();
    }

    private boolean hasLength() {
        return header("Content-Length").isPresent();
    }
}

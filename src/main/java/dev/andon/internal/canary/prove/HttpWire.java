package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.prove.HttpMessage.Header;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads HTTP/1.1 messages from connections and writes them, one message for each connection. */
final class HttpWire {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LONGEST_BODY = 1 << 27;
    private static final int FIRST_FINAL_STATUS = 200;

    private HttpWire() {}

    /**
     * Reads a request; empty where the connection was closed instead.
     *
     * @param out takes the interim response for which a client with {@code Expect: 100-continue} waits
     */
    static Optional<HttpMessage> readRequest(InputStream in, OutputStream out) throws IOException {
        Optional<String> line = line(in);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        HttpMessage head = new HttpMessage(line.get(), headers(in), new byte[0]);
        if (head.header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        boolean hasBody = head.header("Content-Length").isPresent() || head.isChunked();
        return Optional.of(hasBody ? head.withBody(body(in, head)) : head);
    }

    /** Reads the head of a response, and skips interim responses. */
    static HttpMessage readHead(InputStream in) throws IOException {
        while (true) {
            String line = line(in).orElseThrow(() -> new EOFException("the service closed the connection"));
            HttpMessage head = new HttpMessage(line, headers(in), new byte[0]);
            if (head.status() >= FIRST_FINAL_STATUS) {
                return head;
            }
        }
    }

    /** Reads what follows the head of the response to a request of that method. */
    static HttpMessage readBody(InputStream in, HttpMessage head, String method) throws IOException {
        return method.equals("HEAD") || hasNoBody(head.status()) ? head : head.withBody(body(in, head));
    }

    private static boolean hasNoBody(int status) {
        return status == 204 || status == 304;
    }

    private static byte[] body(InputStream in, HttpMessage head) throws IOException {
        if (head.isChunked()) {
            return chunks(in);
        }
        Optional<String> length = head.header("Content-Length");
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
        for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
            body.writeBytes(in.readNBytes(length));
            endOfChunk(in);
        }
        return body.toByteArray();
    }

    /** Returns the length of the chunk that follows, 0 after the last one. */
    static int chunkLength(InputStream in) throws IOException {
        String size = line(in).orElseThrow(EOFException::new).split(";", 2)[0].trim();
        int length = Integer.parseInt(size, 16);
        if (length == 0) {
            headers(in);
        }
        return length;
    }

    static void endOfChunk(InputStream in) throws IOException {
        line(in);
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

    /** Writes a request, the only one on its connection. */
    static void write(HttpMessage request, OutputStream out) throws IOException {
        write(request, out, false);
    }

    /**
     * Writes a message, the last one on its connection.
     *
     * @param isHead whether it responds to a {@code HEAD} request, and so tells the length of a body that it does not have
     */
    static void write(HttpMessage message, OutputStream out, boolean isHead) throws IOException {
        if (isHead) {
            out.write(head(message.with("Connection", "close")).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            writeHead(message, out);
            out.write(message.body());
        }
        out.flush();
    }

    /** Writes the head of a message that promises the whole body. */
    static void writeHead(HttpMessage message, OutputStream out) throws IOException {
        boolean isRequest = message.startLine().endsWith("HTTP/1.1");
        boolean needsLength = message.body().length > 0
                || !isRequest
                || message.header("Content-Length").isPresent();
        HttpMessage bare =
                message.without("Transfer-Encoding").without("Content-Length").with("Connection", "close");
        HttpMessage whole = needsLength && !hasNoBody(message.status())
                ? bare.with("Content-Length", String.valueOf(message.body().length))
                : bare;
        out.write(head(whole).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Writes the head of a message whose body ends with its connection. */
    static void writeEndless(HttpMessage message, OutputStream out) throws IOException {
        HttpMessage bare = message.without("Transfer-Encoding").with("Connection", "close");
        out.write(head(bare).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String head(HttpMessage message) {
        StringBuilder head = new StringBuilder(message.startLine()).append("\r\n");
        message.headers().forEach(header -> head.append(header.name())
                .append(": ")
                .append(header.value())
                .append("\r\n"));
        return head.append("\r\n").toString();
    }
}

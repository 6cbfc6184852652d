package dev.andon.internal.canary.prove;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stream of server-sent events, which may never end: it is read as it comes, until its reader has enough of it. */
final class EventStream {
    /** Takes what has come. */
    @FunctionalInterface
    interface Reader {
        /**
         * Takes the next part, or nothing at the beginning; returns whether it wants more.
         *
         * @param head the response without its body
         * @param length the length of the body so far
         */
        boolean take(HttpMessage head, byte[] part, int length) throws IOException;
    }

    private static final int LONGEST_BODY = 1 << 27;
    private static final int BUFFER = 1 << 13;
    /** An event ends with an empty line. */
    private static final Pattern END_OF_EVENT = Pattern.compile("\\n\\r?\\n|\\r\\r(?!\\n)");

    private EventStream() {}

    static boolean is(HttpMessage response) {
        return response.type().toLowerCase(Locale.ROOT).startsWith("text/event-stream")
                && response.header("Content-Length").isEmpty();
    }

    /** Returns whether the response to a request is read as it comes; to {@code HEAD}, only its head comes. */
    static boolean isReadAsItComes(HttpMessage request, HttpMessage response) {
        return is(response) && !request.method().equals("HEAD");
    }

    /** Returns whether the events may tell of what happens after the request, such as of what the canary does next. */
    static boolean isSubscription(HttpMessage request, HttpMessage response) {
        return is(response) && request.method().equals("GET");
    }

    /** Returns a reader that wants so many bytes, up to the end of an event. */
    static Reader upTo(int bytes) {
        return (head, part, length) -> length < bytes
                || !new String(part, StandardCharsets.UTF_8).replace("\r", "").endsWith("\n\n");
    }

    /** Passes everything on to a client until that has enough of it, and closes the connection to the service then. */
    static Reader passedOn(Socket client, Socket service) {
        return (head, part, length) -> {
            if (part.length == 0) {
                begin(head, client, service);
            } else {
                client.getOutputStream().write(part);
                client.getOutputStream().flush();
            }
            return true;
        };
    }

    /**
     * Passes on each event when all of it has come.
     *
     * @param change takes a response with one event, and returns it with another one
     */
    static Reader changed(Socket client, Socket service, UnaryOperator<HttpMessage> change) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        return (head, part, length) -> {
            if (part.length == 0) {
                begin(head, client, service);
                return true;
            }
            received.writeBytes(part);
            byte[] bytes = received.toByteArray();
            Matcher end = END_OF_EVENT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            int from = 0;
            for (; end.find(); from = end.end()) {
                HttpMessage event = head.withBody(Arrays.copyOfRange(bytes, from, end.end()));
                client.getOutputStream().write(change.apply(event).body());
            }
            received.reset();
            received.write(bytes, from, bytes.length - from);
            client.getOutputStream().flush();
            return true;
        };
    }

    private static void begin(HttpMessage head, Socket client, Socket service) throws IOException {
        HttpWire.writeEndless(head, client.getOutputStream());
        Thread watch = new Thread(() -> closeAfter(client, service), "andon-fault-proxy-events");
        watch.setDaemon(true);
        watch.start();
    }

    private static void closeAfter(Socket client, Socket service) {
        try (service) {
            client.setSoTimeout(0);
            client.getInputStream().read();
        } catch (IOException closed) {
            return;
        }
    }

    /** Returns the response with what its reader took of it; that a connection was closed is an end like any other. */
    static HttpMessage read(HttpMessage head, BufferedInputStream in, Reader reader) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            InputStream events = head.isChunked() ? new ChunkedInput(in) : in;
            byte[] buffer = new byte[BUFFER];
            boolean more = reader.take(head, new byte[0], 0);
            while (more && body.size() < LONGEST_BODY) {
                int read = events.read(buffer);
                if (read < 0) {
                    break;
                }
                byte[] part = Arrays.copyOf(buffer, read);
                body.writeBytes(part);
                more = reader.take(head, part, body.size());
            }
        } catch (IOException closed) {
            return head.withBody(body.toByteArray());
        }
        return head.withBody(body.toByteArray());
    }

    /** Reads chunks as they come. */
    private static final class ChunkedInput extends InputStream {
        private final BufferedInputStream in;
        private int left;

        ChunkedInput(BufferedInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                left = HttpWire.chunkLength(in);
                if (left == 0) {
                    left = -1;
                }
            }
            if (left < 0) {
                return -1;
            }
            int read = in.read(bytes, offset, Math.min(length, left));
            left = read < 0 ? -1 : left - read;
            if (left == 0) {
                HttpWire.endOfChunk(in);
            }
            return read;
        }
    }
}

package dev.andon.internal.canary.prove;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;

/** Passes on a connection that does not speak HTTP/1.1, such as to a database, without changing what it carries. */
final class Tunnel {
    private static final int CLIENT_FIRST_MILLIS = 200;
    private static final int POLL_MILLIS = 10;
    private static final int MOST_POLLS = 6_000;

    /** A first line that stops for longer is not HTTP. */
    private static final int PAUSE_MILLIS = 2_000;

    private static final int LAST_BYTES_MILLIS = 1_000;
    private static final int LONGEST_LINE = 1 << 16;
    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/1\\.[01]\\r?");

    private Tunnel() {}

    /** Returns whether the client soon sends something or closes the connection; nothing is consumed from its stream. */
    static boolean clientSpeaks(Socket client, BufferedInputStream in) throws IOException {
        client.setSoTimeout(CLIENT_FIRST_MILLIS);
        in.mark(1);
        try {
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    /** Waits for either side, and returns whether the server sends first, which no HTTP server does. */
    static boolean serverSpeaksFirst(Socket client, InputStream fromClient, Socket service)
            throws IOException, InterruptedException {
        for (int poll = 0; poll < MOST_POLLS && !client.isClosed() && fromClient.available() == 0; poll++) {
            if (service.getInputStream().available() > 0) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    /** Returns whether the client starts an HTTP/1.1 request or closes the connection; nothing is consumed from its stream. */
    static boolean isHttp(Socket client, BufferedInputStream in) throws IOException {
        client.setSoTimeout(PAUSE_MILLIS);
        in.mark(LONGEST_LINE + 1);
        StringBuilder line = new StringBuilder();
        try {
            int next = in.read();
            while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE && mayBegin(line, next)) {
                line.append((char) next);
                next = in.read();
            }
            in.reset();
            return next < 0 || (next == '\n' && REQUEST.matcher(line).matches());
        } catch (SocketTimeoutException silent) {
            in.reset();
            return false;
        }
    }

    /** Returns whether the line can still become a request line; a binary protocol is recognised at once. */
    private static boolean mayBegin(StringBuilder line, int next) {
        return line.indexOf(" ") >= 0 ? next >= ' ' || next == '\r' : next == ' ' || (next >= 'A' && next <= 'Z');
    }

    /** Copies both directions until the client closes. */
    static void join(Socket client, InputStream fromClient, Socket service) throws IOException, InterruptedException {
        client.setSoTimeout(0);
        Thread back = new Thread(() -> copy(service, client), "andon-fault-proxy-tunnel");
        back.setDaemon(true);
        back.start();
        try {
            fromClient.transferTo(service.getOutputStream());
            service.shutdownOutput();
        } finally {
            // A server that keeps its side open must not keep this thread.
            back.join(LAST_BYTES_MILLIS);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            // The other direction ends with this one.
            return;
        }
    }
}

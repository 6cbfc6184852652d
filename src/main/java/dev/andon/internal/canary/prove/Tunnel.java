package dev.andon.internal.canary.prove;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;

/** Lets a connection pass that does not speak HTTP/1.1, as a database's: no fault can be put into what nobody can read. */
final class Tunnel {
    private static final int HESITATION_MILLIS = 200;
    private static final int LOOK_MILLIS = 10;
    private static final int MOST_LOOKS = 6_000;

    /** A line that does not go on is none of HTTP. */
    private static final int SILENCE_MILLIS = 2_000;

    private static final int LAST_WORDS_MILLIS = 1_000;
    private static final int LONGEST_LINE = 1 << 16;
    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/1\\.[01]\\r?");

    private Tunnel() {}

    /** Returns whether the client says something, or hangs up, without much ado; nothing is taken from its stream. */
    static boolean clientSpeaks(Socket client, BufferedInputStream in) throws IOException {
        client.setSoTimeout(HESITATION_MILLIS);
        in.mark(1);
        try {
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    /** Waits for either side, and returns whether it is the server that speaks first, as HTTP's never does. */
    static boolean serverSpeaksFirst(Socket client, InputStream fromClient, Socket service)
            throws IOException, InterruptedException {
        for (int look = 0; look < MOST_LOOKS && !client.isClosed() && fromClient.available() == 0; look++) {
            if (service.getInputStream().available() > 0) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return false;
    }

    /** Returns whether the client begins as an HTTP/1.1 request does, or hangs up; nothing is taken from its stream. */
    static boolean isHttp(Socket client, BufferedInputStream in) throws IOException {
        client.setSoTimeout(SILENCE_MILLIS);
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

    /** What is binary ends here, and is not waited for. */
    private static boolean mayBegin(StringBuilder line, int next) {
        return line.indexOf(" ") >= 0 ? next >= ' ' || next == '\r' : next == ' ' || (next >= 'A' && next <= 'Z');
    }

    /** Carries both directions until the client has ended. */
    static void join(Socket client, InputStream fromClient, Socket service) throws IOException, InterruptedException {
        client.setSoTimeout(0);
        Thread back = new Thread(() -> carry(service, client), "andon-fault-proxy-tunnel");
        back.setDaemon(true);
        back.start();
        try {
            fromClient.transferTo(service.getOutputStream());
            service.shutdownOutput();
        } finally {
            // A server that keeps its half open must not keep this thread.
            back.join(LAST_WORDS_MILLIS);
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            // The other direction ends with it.
            return;
        }
    }
}

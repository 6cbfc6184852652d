package dev.andon.internal.canary.prove;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Lets a connection pass that does not speak HTTP/1.1, as a database's: no fault can be put into what nobody can read. */
final class Tunnel {
    /** Where the server is to speak first, the client says nothing. */
    private static final int SILENCE_MILLIS = 2_000;

    private static final int LAST_WORDS_MILLIS = 1_000;
    private static final int LONGEST_METHOD = 20;

    private Tunnel() {}

    /** Returns whether the client begins as an HTTP/1.1 request does, or hangs up; nothing is taken from its stream. */
    static boolean isHttp(Socket client, BufferedInputStream in) throws IOException {
        client.setSoTimeout(SILENCE_MILLIS);
        in.mark(LONGEST_METHOD + 1);
        try {
            StringBuilder method = new StringBuilder();
            int next = in.read();
            while (next >= 'A' && next <= 'Z' && method.length() < LONGEST_METHOD) {
                method.append((char) next);
                next = in.read();
            }
            in.reset();
            // HTTP/2 begins with a method that nobody else uses.
            return next < 0
                    || (next == ' ' && method.length() > 0 && !method.toString().equals("PRI"));
        } catch (SocketTimeoutException silent) {
            in.reset();
            return false;
        }
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

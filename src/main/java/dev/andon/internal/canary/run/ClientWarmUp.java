package dev.andon.internal.canary.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Loads the classes of the JDK's HTTP client and of TLS before the first run, by a request to this very process, so that a
 * fresh JVM measures the service and not its own start. Asks nothing of the target.
 */
public final class ClientWarmUp {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private ClientWarmUp() {}

    /** Warms up, in 5 seconds at most; what goes wrong says nothing about the service. */
    public static void run() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(server), "andon-warm-up");
            answering.setDaemon(true);
            answering.start();
            SSLContext.getDefault().createSSLEngine();
            URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).timeout(LONGEST).build(), BodyHandlers.ofString());
        } catch (IOException | NoSuchAlgorithmException colder) {
            // The first run is marked as cold in any case.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            OutputStream out = socket.getOutputStream();
            out.write(ANSWER);
            out.flush();
        } catch (IOException closed) {
            // The warm-up ended first.
        }
    }
}

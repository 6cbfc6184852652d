package dev.andon.internal.canary.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in the place of a receiver, and answers as a test says. */
final class ReceivingServer implements AutoCloseable {
    /** What it was sent. */
    record Received(String method, URI uri, String authorization, String body) {}

    /** Answers a request. */
    interface Answer {
        void to(HttpExchange request) throws IOException, InterruptedException;
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private ReceivingServer(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", request -> {
            received.add(new Received(
                    request.getRequestMethod(),
                    request.getRequestURI(),
                    String.valueOf(request.getRequestHeaders().getFirst("Authorization")),
                    new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            try (request) {
                answer.to(request);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    static ReceivingServer answering(Answer answer) throws IOException {
        return new ReceivingServer(answer);
    }

    static ReceivingServer answering(int status) throws IOException {
        return answering(request -> request.sendResponseHeaders(status, -1));
    }

    /** Takes requests, and never answers one. */
    static ReceivingServer hanging() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        return answering(request -> never.await());
    }

    List<Received> received() {
        return received;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

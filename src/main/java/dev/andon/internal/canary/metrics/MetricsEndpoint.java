package dev.andon.internal.canary.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers {@code GET /metrics}, on the address that it is told to listen on. */
public final class MetricsEndpoint implements AutoCloseable {
    private static final int THREADS = 2;
    private static final String SLOWEST_REQUEST = "sun.net.httpserver.maxReqTime";

    private final MetricsAddress address;
    private final HttpServer server;
    private final ExecutorService threads;

    private MetricsEndpoint(MetricsAddress address, HttpServer server, ExecutorService threads) {
        this.address = address;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to listen.
     *
     * @param written where, as {@code host:port}, port 0 for any that is free; a loopback address unless the user says
     *     otherwise, since anybody who reaches it can read it
     * @throws IOException if the address cannot be used, for example since the port is taken; the message says what to do
     */
    public static MetricsEndpoint start(String written, CanaryMetrics metrics) throws IOException {
        if (System.getProperty(SLOWEST_REQUEST) == null) {
            // In seconds; without it who never ends a request takes a thread for ever.
            System.setProperty(SLOWEST_REQUEST, "10");
        }
        MetricsAddress address = MetricsAddress.of(written);
        HttpServer server = listening(address);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "andon-metrics");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, metrics);
            }
        });
        server.start();
        return new MetricsEndpoint(address, server, threads);
    }

    private static HttpServer listening(MetricsAddress address) throws IOException {
        InetSocketAddress socket = address.socket();
        try {
            return HttpServer.create(socket, 0);
        } catch (IOException unusable) {
            throw new IOException(address.problem(socket, unusable), unusable);
        }
    }

    private static void answer(HttpExchange exchange, CanaryMetrics metrics) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (!exchange.getRequestURI().getPath().equals("/metrics")) {
            exchange.sendResponseHeaders(404, -1);
        } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            exchange.sendResponseHeaders(405, -1);
        } else {
            byte[] text = metrics.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", CanaryMetrics.CONTENT_TYPE);
            exchange.sendResponseHeaders(200, head ? -1 : text.length);
            if (!head) {
                exchange.getResponseBody().write(text);
            }
        }
    }

    /** Returns where to ask. */
    public String uri() {
        return address.uri(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

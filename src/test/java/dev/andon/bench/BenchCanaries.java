package dev.andon.bench;

import com.sun.net.httpserver.HttpServer;
import dev.andon.internal.canary.run.CanaryClassPath;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Canaries of one request each, and the service that they ask, which remembers nothing. */
final class BenchCanaries implements AutoCloseable {
    private static final String CANARY = """
            package com.acme.canaries;
            import dev.andon.Canary;
            import dev.andon.canary.CanaryClient;
            import org.junit.jupiter.api.Test;
            @Canary(operation = "browse %1$d", name = "browse-%1$d", route = "GET /products", every = "1m", timeout = "20s",
                    tolerance = "3/5", owner = "shop-team")
            public class Browse%1$dCanary {
                @Test void browses(CanaryClient client) { client.get("/products").expectStatus(200); }
            }
            """;
    private static final byte[] ANSWER = "{\"items\": []}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, work -> {
        Thread thread = new Thread(work, "bench-service");
        thread.setDaemon(true);
        return thread;
    });

    BenchCanaries() throws IOException {
        // Else the JDK's server waits 40 ms between the head and the body of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            }
        });
        server.start();
    }

    static List<LoadedCanary> compiled(Path folder, int count) {
        Compiled sources = Compiled.into(folder);
        for (int i = 0; i < count; i++) {
            sources.source(CANARY.formatted(i));
        }
        return CanaryClassPath.canaries(sources.compile().toString());
    }

    String target() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

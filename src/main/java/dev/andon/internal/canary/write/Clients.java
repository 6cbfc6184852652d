package dev.andon.internal.canary.write;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The HTTP clients of a run. A kept connection may be closed by the service at the very moment that it is used again: what
 * may be asked twice is asked again, by JDK or {@link Transport}; what may not, such as a POST, gets a connection of its own.
 */
final class Clients implements AutoCloseable {
    /** Else each client would bring idle threads of its own for a minute. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(runnable -> {
        Thread thread = new Thread(runnable, "canary-http");
        thread.setDaemon(true);
        return thread;
    });

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private final Supplier<HttpClient> making;
    private final List<HttpClient> clients = new ArrayList<>();
    private boolean used;

    Clients(Supplier<HttpClient> making) {
        this.making = making;
    }

    /** Returns clients that follow no redirect: {@link Transport} does, and counts them. */
    static Clients usual() {
        return new Clients(() -> HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(THREADS)
                .build());
    }

    static boolean idempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /** Returns the client for a request. */
    synchronized HttpClient forMethod(String method) {
        if (clients.isEmpty() || (used && !idempotent(method))) {
            clients.add(0, making.get());
        }
        used = true;
        return clients.get(0);
    }

    /** Ends the connections where the JDK can (21 or later); before that they end when the clients are collected. */
    @Override
    public synchronized void close() {
        for (HttpClient client : clients) {
            try {
                HttpClient.class.getMethod("shutdownNow").invoke(client);
            } catch (ReflectiveOperationException older) {
                break;
            }
        }
        clients.clear();
    }
}

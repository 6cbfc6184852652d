package dev.andon.internal.canary.write;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The HTTP clients of a run. The service may close a pooled connection at the moment when it is used again: an idempotent
 * request is then sent again, by the JDK or by {@link Transport}; any other, such as a POST, gets a new connection.
 */
final class Clients implements AutoCloseable {
    /** Shared, since each client would else keep idle threads of its own for a minute. */
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

    /** Closes the connections on JDK 21 or later; before that they close when the clients are garbage-collected. */
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

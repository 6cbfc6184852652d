package dev.andon.internal.canary.write;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The HTTP clients of a run. The service may close a pooled connection at the moment when it is used again: an idempotent
 * request is then sent again, by the JDK or by {@link Transport}; any other, such as a POST, gets a new connection.
 * Each run has clients of its own, so that it resolves the target's name and connects anew, as a new user does; its cookies
 * are those of the run.
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
    private final Set<Thread> selectors;
    private boolean used;

    private Clients(Supplier<HttpClient> making, Set<Thread> selectors) {
        this.making = making;
        this.selectors = selectors;
    }

    Clients(Supplier<HttpClient> making) {
        this(making, Set.of());
    }

    /** Returns clients that follow no redirect: {@link Transport} does, and counts them. */
    static Clients of(ConnectionSettings settings) {
        Set<Thread> selectors = ConcurrentHashMap.newKeySet();
        Executor threads = task -> {
            if (Thread.currentThread().getName().endsWith("-SelectorManager")) {
                selectors.add(Thread.currentThread());
            }
            THREADS.execute(task);
        };
        CookieManager cookies = new CookieManager();
        return new Clients(
                () -> settings.clients()
                        .cookieHandler(cookies)
                        .executor(threads)
                        .build(),
                selectors);
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

    /**
     * Closes the connections. Before JDK 21 a client cannot be closed, and keeps a thread and its connections until it is
     * garbage-collected, which may be hours later; when its thread is interrupted, it ends and closes them.
     */
    @Override
    public synchronized void close() {
        for (HttpClient client : clients) {
            try {
                HttpClient.class.getMethod("shutdownNow").invoke(client);
            } catch (ReflectiveOperationException older) {
                selectors.forEach(Thread::interrupt);
                break;
            }
        }
        clients.clear();
        selectors.clear();
    }
}

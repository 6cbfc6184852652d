package dev.andon.internal.canary.alert;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Tells another system that a round is complete, whether its canaries were green or red. That system alerts somebody when
 * the pings stop, since a dead runner cannot.
 */
public final class DeadManPing {
    private final URI uri;
    private final AlertHttp http;
    private final Consumer<String> problems;
    private final AtomicBoolean sending = new AtomicBoolean();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "andon-dead-man-ping");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String problem = "";

    DeadManPing(URI uri, AlertHttp http, Consumer<String> problems) {
        this.uri = uri;
        this.http = http;
        this.problems = problems;
    }

    /** Sends a ping in the background, unless one is under way. */
    public void roundCompleted() {
        if (sending.compareAndSet(false, true)) {
            sender.execute(() -> {
                try {
                    send();
                } finally {
                    sending.set(false);
                }
            });
        }
    }

    /** Sends a ping and waits for the answer; for a process that ends after one round. */
    public void send() {
        String now = http.get(uri).problem();
        if (!now.isEmpty() && !now.equals(problem)) {
            problems.accept("dead-man ping: " + now);
        }
        problem = now;
    }
}

package dev.andon.internal.canary.write;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks whether a server answers, by the proxy and the certificates that the canaries use. */
public final class ControlRequest {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final URI uri;
    private final ConnectionSettings connections;
    private final HttpClient client;
    private @Nullable CompletableFuture<?> asked;

    /**
     * Makes one.
     *
     * @param parameters JUnit configuration parameters, such as the proxy
     * @throws dev.andon.internal.canary.spec.CanaryConfigurationException if they name a proxy or a file that cannot be used
     */
    public ControlRequest(URI uri, Map<String, String> parameters) {
        this.uri = uri;
        this.connections = ConnectionSettings.of(CanarySettings.of(parameters));
        this.client = connections.clients().connectTimeout(ANSWER).build();
    }

    /** Returns whether there is any answer within 5 seconds; while an earlier question hangs, no other is asked. */
    public synchronized boolean answered() {
        if (asked != null && !asked.isDone()) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
        // Not by `send`, which looks the name up on this thread, and for as long as that takes.
        CompletableFuture<?> question = client.sendAsync(connections.authorized(request), BodyHandlers.discarding());
        asked = question;
        try {
            question.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException silent) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

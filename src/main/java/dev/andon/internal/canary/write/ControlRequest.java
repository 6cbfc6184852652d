package dev.andon.internal.canary.write;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Asks whether a server answers, by the proxy and the certificates that the canaries use. */
public final class ControlRequest {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final URI uri;
    private final ConnectionSettings connections;
    private final HttpClient client;

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

    /** Returns whether there is any answer within 5 seconds. */
    public boolean answered() {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
            client.send(connections.authorized(request), BodyHandlers.discarding());
            return true;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

package dev.andon.internal.frameworks;

import java.util.List;

/** OkHttp and its MockWebServer. */
final class OkHttp implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("okhttp3.");
    }

    @Override
    public List<String> stubServerPrefixes() {
        return List.of("okhttp3.mockwebserver.", "mockwebserver3.");
    }
}

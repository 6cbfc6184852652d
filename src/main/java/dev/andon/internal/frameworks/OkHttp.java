package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Set;

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

    @Override
    public Set<String> addressTypes() {
        return Set.of("okhttp3.HttpUrl");
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(RequestForm.BUILDER.preparedBy("okhttp3\\.Request\\$Builder", "build"));
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of("okhttp3.Call");
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Optional;
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
    public List<String> packagesWithoutRequests() {
        return List.of("okhttp3.mockwebserver.", "mockwebserver3.");
    }

    @Override
    public Optional<RequestForm> requestForm(Call call) {
        return call.owner().equals("okhttp3.Request$Builder") ? Optional.of(RequestForm.BUILDER) : Optional.empty();
    }

    @Override
    public Set<String> addressTypes() {
        return Set.of("okhttp3.HttpUrl");
    }
}

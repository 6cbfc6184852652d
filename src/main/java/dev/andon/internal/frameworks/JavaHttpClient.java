package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JDK's own HTTP clients and its small HTTP server. */
final class JavaHttpClient implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("java.net.http.", "java.net.HttpURLConnection");
    }

    @Override
    public List<String> stubServerPrefixes() {
        return List.of("com.sun.net.httpserver.");
    }

    @Override
    public Optional<RequestForm> requestForm(Call call) {
        if (call.owner().equals("java.net.http.HttpRequest$Builder")) {
            return Optional.of(RequestForm.BUILDER);
        }
        return call.owner().equals("java.net.URL") && call.name().equals("openConnection")
                ? Optional.of(RequestForm.OPENED_URL)
                : Optional.empty();
    }

    @Override
    public Set<String> addressTypes() {
        return Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.Object", "java.net.URI", "java.net.URL");
    }
}

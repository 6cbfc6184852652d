package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Optional;

/** Apache HttpClient 4 and 5. */
final class ApacheHttpClient implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("org.apache.http.", "org.apache.hc.client5.");
    }

    @Override
    public Optional<RequestForm> requestForm(Call call) {
        return call.name().equals("<init>") && call.owner().startsWith("org.apache.")
                ? Optional.of(RequestForm.CONSTRUCTOR)
                : Optional.empty();
    }
}

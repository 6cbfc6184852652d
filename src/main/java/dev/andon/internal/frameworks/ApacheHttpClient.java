package dev.andon.internal.frameworks;

import java.util.List;

/** Apache HttpClient 4 and 5. */
final class ApacheHttpClient implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("org.apache.http.", "org.apache.hc.client5.");
    }
}

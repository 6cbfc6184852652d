package dev.andon.internal.frameworks;

import java.util.List;

/** WireMock's stub server. */
final class WireMock implements Framework {

    @Override
    public List<String> stubServerPrefixes() {
        return List.of("com.github.tomakehurst.wiremock.", "org.wiremock.");
    }
}

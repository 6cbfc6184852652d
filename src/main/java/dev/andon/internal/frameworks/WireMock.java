package dev.andon.internal.frameworks;

import java.util.List;

/** WireMock's stub server. */
final class WireMock implements Framework {

    @Override
    public List<String> stubServerPrefixes() {
        return List.of("com.github.tomakehurst.wiremock.", "org.wiremock.");
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("com\\.github\\.tomakehurst\\.wiremock\\..*|org\\.wiremock\\..*", "verify.*"));
    }
}

package dev.andon.internal.frameworks;

import java.util.List;

/** Awaitility. */
final class Awaitility implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.awaitility\\..*", "until.*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.awaitility.");
    }
}

package dev.andon.internal.frameworks;

import java.util.List;

/** MockServer's stub server. */
final class MockServer implements Framework {

    @Override
    public List<String> stubServerPrefixes() {
        return List.of("org.mockserver.", "software.xdev.mockserver.");
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.mockserver\\..*", "verify.*"));
    }
}

package dev.andon.internal.frameworks;

import java.util.List;

/** PowerMock. */
final class PowerMock implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.powermock\\..*", "verify.*"));
    }
}

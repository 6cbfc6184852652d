package dev.andon.internal.frameworks;

import java.util.List;

/** QuickTheories. */
final class QuickTheories implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.quicktheories\\..*", "check.*"));
    }
}

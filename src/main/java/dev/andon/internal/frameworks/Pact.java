package dev.andon.internal.frameworks;

import java.util.List;

/** Pact. */
final class Pact implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("au\\.com\\.dius\\.pact\\..*", "verify.*"));
    }
}

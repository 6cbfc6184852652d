package dev.andon.internal.frameworks;

import java.util.List;

/** Pact. */
final class Pact implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("au\\.com\\.dius\\.pact\\..*", "verify.*"));
    }

    /** A provider's test sends the requests of its consumers' contracts. */
    @Override
    public List<RequestRule> requests() {
        return List.of(RequestForm.HIDDEN.by("au\\.com\\.dius\\.pact\\.provider\\..*", "verifyInteraction"));
    }
}

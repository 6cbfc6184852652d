package dev.andon.internal.frameworks;

import java.util.List;

/** ApprovalTests. */
final class ApprovalTests implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.approvaltests\\..*", "verify.*"));
    }
}

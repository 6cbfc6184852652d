package dev.andon.internal.frameworks;

import java.util.List;

/** Checks of conditions that libraries offer to any code: each of these methods throws where its condition does not hold. */
final class ConditionChecks implements Framework {

    @Override
    public List<CallRule> conditionChecks() {
        return List.of(
                CallRule.of("org\\.springframework\\.util\\.Assert", ".*"),
                CallRule.of("com\\.google\\.common\\.base\\.(Preconditions|Verify)", "(check|verify).*"),
                CallRule.of("org\\.apache\\.commons\\.lang3?\\.Validate", "(?!<).*"));
    }
}

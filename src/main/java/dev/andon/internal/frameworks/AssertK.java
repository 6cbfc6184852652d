package dev.andon.internal.frameworks;

import java.util.List;

/** AssertK. */
final class AssertK implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("assertk\\.assertions\\..*", "(?!prop|extracting|key|index|first|single|message|cause).*"),
                CallRule.of("assertk\\..*", "fail|assertAll|assertFailure.*"));
    }
}

package dev.andon.internal.frameworks;

import java.util.List;

/** Strikt. */
final class Strikt implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("strikt\\.assertions\\..*", "(?!get|with|map|filter|first|last|single|all|flatMap).*"),
                CallRule.of("strikt\\.api\\.(ExpectKt|.*)", "expectThrows.*|isA.*|assert.*|that|expectDoesNotThrow.*"));
    }
}

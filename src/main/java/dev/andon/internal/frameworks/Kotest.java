package dev.andon.internal.frameworks;

import java.util.List;

/** Kotest. */
final class Kotest implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("io\\.kotest\\..*", "should.*|fail.*|inc|assert.*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("io.kotest.");
    }
}

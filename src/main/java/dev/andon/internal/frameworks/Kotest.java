package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;

/** Kotest. */
final class Kotest implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("io\\.kotest\\..*", "should.*|fail.*|inc|assert.*"));
    }

    @Override
    public Optional<TestEngine> engine(ClassView type) {
        return type.superTypes().stream().anyMatch(name -> name.startsWith("io.kotest.core.spec."))
                ? Optional.of(TestEngine.of("Kotest"))
                : Optional.empty();
    }

    @Override
    public List<String> testPackages() {
        return List.of("io.kotest.");
    }
}

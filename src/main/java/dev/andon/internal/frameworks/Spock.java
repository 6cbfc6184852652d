package dev.andon.internal.frameworks;

import java.util.Optional;
import java.util.Set;

/** Spock: its compiler rewrites features, and Groovy's calls do not show what they call. */
final class Spock implements Framework {

    private static final Set<String> SPECIFICATION = Set.of("spock.lang.Specification");

    @Override
    public Optional<TestEngine> engine(ClassView type) {
        return type.isA(SPECIFICATION) ? Optional.of(TestEngine.of("Spock")) : Optional.empty();
    }
}

package dev.andon.internal.frameworks;

import java.util.Optional;
import java.util.Set;

/** Cucumber: features are its tests, and classes of steps their code. */
final class Cucumber implements Framework {

    private static final Set<String> ANNOTATIONS = Set.of("io.cucumber.junit.platform.engine.Cucumber");

    @Override
    public Optional<TestEngine> engine(ClassView type) {
        return type.isAnnotated(ANNOTATIONS) ? Optional.of(TestEngine.of("Cucumber")) : Optional.empty();
    }

    @Override
    public boolean isStepOfEngine(String annotation) {
        return annotation.startsWith("io.cucumber.") || annotation.startsWith("cucumber.api.");
    }
}

package dev.andon.internal.frameworks;

import java.util.Optional;
import java.util.Set;

/** Quarkus' tests. */
final class Quarkus implements Framework {

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.annotation(type -> type.startsWith("io.quarkus.test.junit.Quarkus")
                        || type.equals("io.quarkus.test.junit.main.QuarkusMainTest"))
                .map(TestSetup::application)
                .or(() -> test.annotation("io.quarkus.test.component.QuarkusComponentTest"::equals)
                        .map(annotation -> TestSetup.slice("@QuarkusComponentTest")));
    }

    @Override
    public boolean runsServiceElsewhere(TestUse test) {
        return test.annotation("io.quarkus.test.junit.QuarkusIntegrationTest"::equals)
                .isPresent();
    }

    @Override
    public Set<String> applicationTestAnnotations() {
        return Set.of("io.quarkus.test.junit.QuarkusTest");
    }
}

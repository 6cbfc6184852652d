package dev.andon.internal.frameworks;

import java.util.Optional;
import java.util.Set;

/** Helidon's tests. */
final class Helidon implements Framework {

    private static final Set<String> STARTING = Set.of(
            "io.helidon.microprofile.testing.junit5.HelidonTest",
            "io.helidon.microprofile.tests.junit5.HelidonTest",
            "io.helidon.webserver.testing.junit5.ServerTest");

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.annotation(STARTING::contains).map(TestSetup::application);
    }
}

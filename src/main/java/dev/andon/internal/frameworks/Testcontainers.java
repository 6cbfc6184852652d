package dev.andon.internal.frameworks;

import dev.andon.internal.frameworks.TestSetup.Scale;
import java.util.Optional;

/** Testcontainers. */
final class Testcontainers implements Framework {

    private static final String PACKAGE = "org.testcontainers.";

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        boolean used = test.annotation(type -> type.startsWith(PACKAGE)).isPresent()
                || test.names(PACKAGE).isPresent();
        return used
                ? TestSetup.integration(Scale.CONTAINERS, "starts containers with Testcontainers")
                : Optional.empty();
    }

    @Override
    public ContainerUse containerUse(TestUse test) {
        if (test.names("org.testcontainers.images.builder.ImageFromDockerfile").isPresent()) {
            return ContainerUse.BUILT_IMAGE;
        }
        return test.names("org.testcontainers.containers.GenericContainer").isPresent()
                ? ContainerUse.NAMED_IMAGE
                : ContainerUse.NONE;
    }
}

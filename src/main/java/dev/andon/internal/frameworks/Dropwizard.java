package dev.andon.internal.frameworks;

import dev.andon.internal.frameworks.TestSetup.Scale;
import dev.andon.internal.text.ClassNames;
import java.util.Optional;

/** Dropwizard's tests, of the whole application or of single resources. */
final class Dropwizard implements Framework {

    private static final String[] APPLICATION = {
        "io.dropwizard.testing.junit5.DropwizardAppExtension",
        "io.dropwizard.testing.junit5.DropwizardTestSupport",
        "io.dropwizard.testing.junit5.DropwizardAppRule",
        "io.dropwizard.testing.junit.DropwizardAppExtension",
        "io.dropwizard.testing.junit.DropwizardAppRule",
        "io.dropwizard.testing.junit.DropwizardTestSupport",
        "io.dropwizard.testing.DropwizardAppExtension",
        "io.dropwizard.testing.DropwizardAppRule",
        "io.dropwizard.testing.DropwizardTestSupport"
    };

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        if (test.names(APPLICATION).isPresent()) {
            return TestSetup.integration(Scale.APPLICATION, "starts a Dropwizard application");
        }
        return test.names("io.dropwizard.testing.junit5.ResourceExtension")
                .or(() -> test.names("io.dropwizard.testing.junit.ResourceTestRule"))
                .map(type -> TestSetup.slice(ClassNames.simpleName(type)));
    }
}

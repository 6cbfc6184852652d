package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.TestSetup.Scale;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                .map(type -> TestSetup.ownServer(ClassNames.simpleName(type)));
    }

    @Override
    public boolean setsUpControllers(Call call) {
        return (call.name().equals("addResource") || call.name().equals("addProvider"))
                && call.owner().startsWith("io.dropwizard.testing.");
    }

    @Override
    public List<CallRule> otherAddresses() {
        return List.of(CallRule.of("io\\.dropwizard\\.testing\\..*", "getAdminPort"));
    }

    @Override
    public Set<String> prefixProperties() {
        return Set.of("server.rootPath", "server.applicationContextPath");
    }
}

package dev.andon.internal.frameworks;

import java.util.Optional;

/** Jersey's test framework. */
final class JerseyTest implements Framework {

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.names("org.glassfish.jersey.test.").map(TestSetup::applicationBy);
    }
}

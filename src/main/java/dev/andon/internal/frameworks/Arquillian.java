package dev.andon.internal.frameworks;

import java.util.Optional;

/** Arquillian, which deploys the application to a container for its tests. */
final class Arquillian implements Framework {

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.names("org.jboss.arquillian.").map(TestSetup::applicationBy);
    }
}

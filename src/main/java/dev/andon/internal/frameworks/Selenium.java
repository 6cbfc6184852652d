package dev.andon.internal.frameworks;

import java.util.Optional;

/** Selenium: drives pages in a browser. */
final class Selenium implements Framework {

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return TestSetup.browser(test.names("org.openqa.selenium."));
    }
}

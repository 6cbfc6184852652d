package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;

/** Selenium: drives pages in a browser. */
final class Selenium implements Framework {

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return TestSetup.browser(test.names("org.openqa.selenium."));
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.by("org\\.openqa\\.selenium\\.(\\w+\\.)*\\w*Driver", "get"),
                RequestForm.ADDRESSED.by("org\\.openqa\\.selenium\\.WebDriver\\$Navigation", "to"));
    }
}

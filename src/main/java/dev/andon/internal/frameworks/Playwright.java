package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;

/** Playwright: drives pages in a browser. */
final class Playwright implements Framework {

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return TestSetup.browser(test.names("com.microsoft.playwright."));
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of(
                "com\\.microsoft\\.playwright\\.assertions\\..*Assertions", "is.*|has.*|contains.*|to[A-Z].*"));
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.by("com\\.microsoft\\.playwright\\.Page", "navigate"),
                RequestForm.ADDRESSED.by(
                        "com\\.microsoft\\.playwright\\.APIRequestContext", HttpVerbs.PLAIN + "|fetch"));
    }
}

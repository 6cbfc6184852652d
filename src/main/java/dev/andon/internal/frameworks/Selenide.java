package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;

/** Selenide: drives pages in a browser. */
final class Selenide implements Framework {

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return TestSetup.browser(test.names("com.codeborne.selenide."));
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("(com\\.codeborne|io\\.github\\..*)\\.selenide\\..*", "should.*|assert.*"));
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(RequestForm.ADDRESSED.by("com\\.codeborne\\.selenide\\.(Selenide|SelenideDriver)", "open"));
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.text.ClassNames;
import java.util.List;

/** Spring's support for tests: MockMvc, WebTestClient, conditions of the test context. */
final class SpringTest implements Framework {

    private static final String PACKAGE = "org.springframework.test.";

    /** Returns whether the test sets up controllers by itself, without the context of the application. */
    static boolean setsUpControllersOnly(TestUse test) {
        return test.calls().stream()
                .anyMatch(call -> (call.name().equals("standaloneSetup")
                                && (call.owner().startsWith(PACKAGE) || RestAssured.isRestAssured(call.owner())))
                        || (call.name().startsWith("bindToController")
                                && call.owner().startsWith(PACKAGE)));
    }

    @Override
    public boolean disablesConditionally(String annotation) {
        return ClassNames.simpleName(annotation).equals("IfProfileValue");
    }

    @Override
    public boolean inheritsAnnotation(String annotation) {
        return annotation.startsWith("org.springframework.");
    }

    @Override
    public List<String> clientPrefixes() {
        return List.of(
                "org.springframework.web.client.",
                "org.springframework.web.reactive.function.client.",
                "org.springframework.test.web.reactive.server.WebTestClient");
    }
}

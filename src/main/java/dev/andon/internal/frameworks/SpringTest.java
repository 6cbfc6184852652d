package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
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

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("org\\.springframework\\.test\\.web\\.servlet\\.(ResultActions|.*Dsl).*", "andExpect.*"),
                CallRule.of("org\\.springframework\\.test\\..*Assertions", "(?!returnResult$|and$).*"),
                CallRule.of(
                        "org\\.springframework\\.test\\..*Spec",
                        "isEmpty|isEqualTo|json|xml|value.*|hasSize|contains|doesNotContain"),
                CallRule.of("org\\.springframework\\.test\\.web\\.client\\.MockRestServiceServer", "verify"),
                CallRule.of("org\\.springframework\\.test\\.util\\..*", "assert.*|fail.*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.springframework.test.");
    }

    @Override
    public List<String> packagesWithoutRequests() {
        return List.of(
                "org.springframework.test.web.client.",
                "org.springframework.test.web.servlet.result.",
                "org.springframework.test.web.servlet.setup.",
                "org.springframework.test.context.",
                "org.springframework.restdocs.");
    }

    @Override
    public boolean setsUpControllers(Call call) {
        return call.name().equals("standaloneSetup") || call.name().equals("bindToController");
    }
}

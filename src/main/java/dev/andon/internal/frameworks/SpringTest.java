package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spring's support for tests: MockMvc, WebTestClient, conditions of the test context. */
final class SpringTest implements Framework {

    private static final String PACKAGE = "org.springframework.test.";

    private static final Set<String> SETTING_UP = Set.of(
            "standaloneSetup", "bindToController", "bindToRouterFunction", "bindToWebHandler", "routerFunctions");

    private static final Set<String> CONTEXTS = Set.of(
            PACKAGE + "context.ContextConfiguration",
            PACKAGE + "context.ContextHierarchy",
            PACKAGE + "context.web.WebAppConfiguration",
            PACKAGE + "context.junit.jupiter.SpringJUnitConfig",
            PACKAGE + "context.junit.jupiter.web.SpringJUnitWebConfig");
    private static final CallRule ON_CONTEXT = CallRule.of(
            "(org\\.springframework\\.test|io\\.restassured)\\..*",
            "webAppContextSetup|bindToApplicationContext|bindToServer|from");
    private static final CallRule CLIENT = CallRule.of(
            "org\\.springframework\\.(web\\.client\\.Rest(Template|Client)"
                    + "|web\\.reactive\\.function\\.client\\.WebClient"
                    + "|web\\.(socket|reactive\\.socket)\\.client\\..*)",
            "create|builder|<init>");
    private static final String[] STUBS = {
        "com.github.tomakehurst.wiremock.",
        "okhttp3.mockwebserver.",
        "mockwebserver3.",
        "org.mockserver.",
        PACKAGE + "web.client.MockRestServiceServer"
    };

    /** A server of chosen controllers is a slice, also where a context stands beside it. */
    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.calls().stream()
                .filter(this::setsUpControllers)
                .findFirst()
                .map(call -> TestSetup.ownServer(call.name()))
                .or(() -> context(test));
    }

    /** Without Spring Boot, a test names the configuration of the application, and sends requests to what it starts. */
    private static Optional<TestSetup> context(TestUse test) {
        return test.annotation(CONTEXTS::contains)
                .filter(context -> test.calls().stream()
                        .anyMatch(call -> ON_CONTEXT.matches(call.owner(), call.name())
                                || (CLIENT.matches(call.owner(), call.name())
                                        && test.names(STUBS).isEmpty())))
                .flatMap(context -> TestSetup.integration(
                        TestSetup.Scale.CONTEXT,
                        "requests to the context of @" + ClassNames.simpleName(context.type())));
    }

    @Override
    public boolean disablesConditionally(AnnotationFacts annotation) {
        return ClassNames.simpleName(annotation.type()).equals("IfProfileValue");
    }

    @Override
    public boolean inheritsAnnotation(String annotation) {
        return annotation.startsWith("org.springframework.");
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
    public Optional<Boolean> expectsRefusal(Value.Result result) {
        Call call = result.call();
        boolean stated = call.owner().startsWith(PACKAGE)
                && (call.owner().matches(".*Status(ResultMatchers|Assertions)(Dsl)?")
                        || call.name().startsWith("hasStatus"));
        return stated
                ? Optional.of(
                        call.name().matches("isUnauthorized|isForbidden") || HttpVerbs.isRefusal(result.arguments()))
                : Optional.empty();
    }

    @Override
    public Set<String> replacingMockAnnotations() {
        return Set.of("TestBean");
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.springframework.test.");
    }

    @Override
    public boolean setsUpControllers(Call call) {
        return (SETTING_UP.contains(call.name())
                        && (call.owner().startsWith(PACKAGE) || RestAssured.isRestAssured(call.owner())))
                || (call.name().equals("of") && call.owner().equals(PACKAGE + "web.servlet.assertj.MockMvcTester"));
    }

    @Override
    public boolean bindsClient(Call call) {
        return setsUpControllers(call) && call.owner().startsWith(PACKAGE);
    }
}

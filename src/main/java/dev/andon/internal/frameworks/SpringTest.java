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

    /** A server of chosen controllers is a slice, also where a context stands beside it. */
    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.calls().stream()
                .filter(this::setsUpControllers)
                .findFirst()
                .map(call -> TestSetup.ownServer(call.name()));
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
    public Optional<Boolean> expectsRefusal(Call call, List<Value> arguments) {
        boolean stated = call.owner().startsWith(PACKAGE)
                && (call.owner().matches(".*Status(ResultMatchers|Assertions)(Dsl)?")
                        || call.name().startsWith("hasStatus"));
        return stated
                ? Optional.of(call.name().matches("isUnauthorized|isForbidden") || HttpVerbs.isRefusal(arguments))
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

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** JUnit Jupiter. */
final class JUnit5 implements Framework {

    private static final String API = "org.junit.jupiter.api.";
    private static final String PARAMS = "org.junit.jupiter.params.";

    /** The conditions in JUnit's style of naming, of any library. */
    private static final Pattern CONDITION = Pattern.compile("(Disabled|Enabled)(If|On|For|In|Until)([A-Z]\\w*)?");

    /** These leave a test out of what is no plain build on a JVM. */
    private static final Set<String> ELSEWHERE =
            Set.of("DisabledInAotMode", "DisabledInNativeImage", "DisabledOnNativeImage", "DisabledOnIntegrationTest");

    @Override
    public Set<String> testAnnotations() {
        return Set.of(
                API + "Test",
                PARAMS + "ParameterizedTest",
                API + "RepeatedTest",
                API + "TestFactory",
                API + "TestTemplate",
                "org.junit.platform.commons.annotation.Testable");
    }

    @Override
    public Set<String> nestedTestAnnotations() {
        return Set.of(API + "Nested");
    }

    @Override
    public List<String> tags(AnnotationFacts annotation) {
        return annotation.type().equals(API + "Tag")
                ? annotation.value("value").map(tag -> tag.toString().strip()).stream()
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> displayName(AnnotationFacts annotation) {
        return annotation.type().equals(API + "DisplayName")
                ? annotation.value("value").map(name -> name.toString().strip())
                : Optional.empty();
    }

    @Override
    public Set<String> disablingAnnotations() {
        return Set.of(API + "Disabled");
    }

    @Override
    public boolean disablesConditionally(AnnotationFacts annotation) {
        String name = ClassNames.simpleName(annotation.type());
        boolean nativeOnly = name.equals("DisabledIfSystemProperty")
                && annotation.each("named").anyMatch("org.graalvm.nativeimage.imagecode"::equals);
        return CONDITION.matcher(name).matches() && !ELSEWHERE.contains(name) && !nativeOnly;
    }

    @Override
    public Set<String> repeatingAnnotations() {
        return Set.of(
                PARAMS + "ParameterizedTest",
                API + "RepeatedTest",
                API + "TestFactory",
                API + "TestTemplate",
                PARAMS + "ParameterizedClass",
                API + "ClassTemplate");
    }

    @Override
    public Set<String> oncePerClassAnnotations() {
        return Set.of(API + "BeforeAll", API + "AfterAll");
    }

    @Override
    public Set<String> settingsFiles() {
        return Set.of("junit-platform.properties");
    }

    @Override
    public boolean limitsTime(DeclaredTest test) {
        return JupiterTimeouts.limit(test);
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("org\\.junit\\.jupiter\\.api\\.Assertions(Kt)?", "assert.*|fail(NotEquals|NotSame)?"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.junit.", "org.opentest4j.");
    }

    @Override
    public List<List<String>> invocations(MethodFacts method) {
        return ArgumentSources.of(method);
    }

    @Override
    public List<String> argumentSources(MethodFacts method) {
        return ArgumentSources.providers(method);
    }

    @Override
    public List<String> canaryPackages() {
        return List.of("org.junit.", "org.opentest4j.");
    }
}

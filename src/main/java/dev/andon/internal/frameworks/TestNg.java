package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TestNG. */
final class TestNg implements Framework {

    private static final Set<String> ON_TESTS = Set.of("org.testng.annotations.Test");

    @Override
    public Set<String> testAnnotations() {
        return ON_TESTS;
    }

    /** On a class, it makes every public method a test. */
    @Override
    public Optional<TestEngine> engine(ClassView type) {
        return type.isAnnotated(ON_TESTS) ? Optional.of(TestEngine.of("TestNG")) : Optional.empty();
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("org\\.testng\\.(Assert|AssertJUnit|FileAssert|Reporter)", "assert.*|fail|expectThrows"),
                CallRule.of("org\\.testng\\.asserts\\.\\w+", "assert.*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.testng.");
    }

    @Override
    public boolean expectsException(AnnotationFacts annotation) {
        return ON_TESTS.contains(annotation.type())
                && annotation.value("expectedExceptions").isPresent();
    }
}

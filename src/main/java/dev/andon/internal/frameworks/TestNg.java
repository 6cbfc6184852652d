package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;

/** TestNG. */
final class TestNg implements Framework {

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
        return annotation.type().equals("org.testng.annotations.Test")
                && annotation.value("expectedExceptions").isPresent();
    }
}

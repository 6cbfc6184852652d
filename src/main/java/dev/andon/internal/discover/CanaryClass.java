package dev.andon.internal.discover;

import dev.andon.internal.formats.CanaryDeclaration;
import java.util.List;

/**
 * A concrete class that is annotated with {@code @Canary}, itself or through an annotation of the user's own.
 *
 * @param written the values of the annotation, unchecked
 * @param module the module that holds it
 * @param shipped whether it lies among production classes, and so is part of the module's artefact
 * @param tests its test methods, nested and inherited ones included
 * @param once its methods that run once for all tests, such as those with {@code @BeforeAll}
 * @param location its place in the sources
 */
public record CanaryClass(
        CanaryDeclaration written,
        String module,
        boolean shipped,
        List<Test> tests,
        List<Once> once,
        Location location) {

    /**
     * A test of a canary.
     *
     * @param method the method
     * @param repeats why it is more than one test, for example {@code @ParameterizedTest}; empty if it is one
     */
    public record Test(TestMethod method, String repeats) {

        /** Returns whether it is enabled, at least under some condition. */
        public boolean enabled() {
            return method.isEnabled();
        }
    }

    /** A method that runs once for all tests, and the annotation that makes it do so. */
    public record Once(String annotation, String method, Location location) {}

    /** Returns its class's binary name. */
    public String name() {
        return written.className();
    }

    /** Returns the tests that are enabled, at least under some condition. */
    public List<Test> enabledTests() {
        return tests.stream().filter(Test::enabled).toList();
    }
}

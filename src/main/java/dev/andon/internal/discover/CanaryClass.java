package dev.andon.internal.discover;

import dev.andon.internal.formats.CanaryDeclaration;
import java.util.List;

/**
 * A concrete class that is annotated with {@code @Canary}, itself or through an annotation of the user's own.
 *
 * @param written what the annotation holds, unchecked
 * @param module the module that holds it
 * @param shipped whether it lies among production classes: then it is part of the module's artefact
 * @param tests its test methods, nested and inherited ones included
 * @param once its methods that run once for all tests, as {@code @BeforeAll} does
 * @param location where it stands
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
     * @param repeats why it is more than one test, for example {@code @ParameterizedTest}; empty where it is one
     */
    public record Test(TestMethod method, String repeats) {

        /** Returns whether nothing keeps it from running for good. */
        public boolean enabled() {
            return method.disabled() == null || method.disabled().conditional();
        }
    }

    /** A method that runs once for all tests, and the annotation that says so. */
    public record Once(String annotation, String method, Location location) {}

    /** Returns its class's binary name. */
    public String name() {
        return written.className();
    }

    /** Returns the tests that are not disabled for good. */
    public List<Test> enabledTests() {
        return tests.stream().filter(Test::enabled).toList();
    }
}

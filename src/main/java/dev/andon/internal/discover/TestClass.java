package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.frameworks.TestEngine;
import dev.andon.internal.frameworks.TestSetup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concrete top-level test class with at least one test method, its nested and inherited ones included, or with tests that
 * an engine finds otherwise.
 *
 * @param name its binary name
 * @param module the module that holds it
 * @param kind the kind of its tests, the strongest where they differ
 * @param kindReason why it is of that kind, for example {@code @SpringBootTest(webEnvironment=RANDOM_PORT)}
 * @param methods its test methods
 * @param declares the names of the services that its annotations declare as tested
 * @param operations the names of the key operations that its annotations declare as tested
 * @param sameProcess whether it runs the service, if at all, in its own JVM and not in a container or at a remote
 *     address
 * @param startsApplication whether it starts an application, or a slice of one, in its own JVM
 * @param readiness whether it is a readiness class, which is never evidence
 * @param engine the engine that runs it and whose tests are no methods, so that they cannot be read; null for others
 * @param location its place in the sources
 */
public record TestClass(
        String name,
        String module,
        TestKind kind,
        String kindReason,
        List<TestMethod> methods,
        List<String> declares,
        List<String> operations,
        boolean sameProcess,
        boolean startsApplication,
        boolean readiness,
        @Nullable TestEngine engine,
        Location location) {

    /** Creates a test class whose tests are methods, and which starts no application. */
    public TestClass(
            String name,
            String module,
            TestKind kind,
            String kindReason,
            List<TestMethod> methods,
            List<String> declares,
            List<String> operations,
            boolean sameProcess,
            boolean readiness,
            Location location) {
        this(
                name,
                module,
                kind,
                kindReason,
                methods,
                declares,
                operations,
                sameProcess,
                false,
                readiness,
                null,
                location);
    }

    /** Returns the kind of one of its methods. */
    public TestKind kindOf(TestMethod method) {
        return method.ownKind() == null ? kind : method.ownKind();
    }

    /** Returns whether its tests, or some of them, are of that kind. */
    public boolean has(TestKind one) {
        return one == kind || methods.stream().anyMatch(method -> kindOf(method) == one);
    }

    /** Returns whether its tests are of several kinds. */
    public boolean isMixed() {
        return methods.stream().anyMatch(method -> kindOf(method) != kind);
    }

    /** Returns whether nothing disables it, or at least one of its methods. */
    public boolean anyEnabled() {
        return engine != null || methods.stream().anyMatch(method -> method.disabled() == null);
    }

    /** Returns whether its tests prove canaries. */
    public boolean provesCanaries() {
        return kindReason.equals(TestSetup.PROVES_CANARIES);
    }
}

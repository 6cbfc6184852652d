package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.frameworks.TestSetup;
import java.util.List;

/**
 * A concrete top-level test class with at least one test method, its nested and inherited ones included.
 *
 * @param name its binary name
 * @param module the module that holds it
 * @param kind the kind of its tests
 * @param kindReason why it is of that kind, for example {@code @SpringBootTest(webEnvironment=RANDOM_PORT)}
 * @param methods its test methods
 * @param declares the names of the services that its annotations declare as tested
 * @param operations the names of the key operations that its annotations declare as tested
 * @param sameProcess whether it runs the service, if at all, in its own JVM and not in a container or at a remote
 *     address
 * @param readiness whether it is a readiness class, which is never evidence
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
        boolean readiness,
        Location location) {

    /** Returns whether its tests prove canaries. */
    public boolean provesCanaries() {
        return kindReason.equals(TestSetup.PROVES_CANARIES);
    }
}

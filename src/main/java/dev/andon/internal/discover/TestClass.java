package dev.andon.internal.discover;

import dev.andon.TestKind;
import java.util.List;

/**
 * A concrete top-level test class with at least one test method, its nested and inherited ones included.
 *
 * @param name its binary name
 * @param module the module that holds it
 * @param kind the kind of its tests
 * @param kindReason the sign that decided the kind, for example {@code @SpringBootTest(webEnvironment=RANDOM_PORT)}
 * @param methods its test methods
 * @param declares the names of the services that it says it tests
 * @param operations the names of the key operations that it says it tests
 * @param sameProcess whether it runs the service, if at all, in its own JVM; false where the sign says otherwise (a
 *     container or a remote address)
 * @param readiness whether it is a readiness class, which is never evidence itself
 * @param location where it stands
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

    /** The reason of the kind of a class that proves canaries: it is none itself, and tests no service. */
    static final String PROVES = "proves canaries with CanaryProof";

    /** Returns whether its tests prove canaries. */
    public boolean provesCanaries() {
        return kindReason.equals(PROVES);
    }
}

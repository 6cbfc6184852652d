package dev.andon.internal.frameworks;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.text.ClassNames;
import java.util.Optional;

/**
 * What a test starts with the help of a framework, which decides the kind of the test.
 *
 * @param scale how much it starts; of several, the largest decides
 * @param kind the kind of test that this makes it
 * @param reason why, for example {@code @SpringBootTest(webEnvironment=RANDOM_PORT)}
 */
public record TestSetup(Scale scale, TestKind kind, String reason) {

    /** The reason for the kind of a test that proves canaries: it is not a canary, and tests no service. */
    public static final String PROVES_CANARIES = "proves canaries with CanaryProof";

    /** How much a test starts, the largest first. */
    public enum Scale {
        /** It runs a canary against faulty responses. */
        CANARY_PROOF,
        /** It drives a browser. */
        BROWSER,
        /** It builds a server in its own JVM around the objects that it tests. */
        OWN_SERVER,
        /** It starts the whole application in its own JVM. */
        APPLICATION,
        /** It starts containers. */
        CONTAINERS,
        /** It starts a server, or the application by its main method, in its own JVM. */
        SERVER,
        /** It starts a few components in its own JVM, which is the size of a unit test. */
        SLICE,
        /** It starts what its configuration names, and sends requests to it. */
        CONTEXT;

        /** Returns whether the service under test, or a part of it, then runs in the JVM of the test. */
        public boolean startsInTestJvm() {
            return this == OWN_SERVER || this == APPLICATION || this == SERVER || this == SLICE || this == CONTEXT;
        }
    }

    static Optional<TestSetup> integration(Scale scale, String reason) {
        return Optional.of(new TestSetup(scale, TestKind.INTEGRATION, reason));
    }

    static Optional<TestSetup> browser(Optional<String> driver) {
        return driver.map(type ->
                new TestSetup(Scale.BROWSER, TestKind.END_TO_END, "drives pages with " + ClassNames.simpleName(type)));
    }

    /** The test starts the application because of an annotation. */
    static TestSetup application(AnnotationFacts annotation) {
        return new TestSetup(Scale.APPLICATION, TestKind.INTEGRATION, "@" + ClassNames.simpleName(annotation.type()));
    }

    /** The test starts the application with the help of a class. */
    static TestSetup applicationBy(String type) {
        return new TestSetup(
                Scale.APPLICATION, TestKind.INTEGRATION, "starts the application with " + ClassNames.simpleName(type));
    }

    /** The test builds the server around what it tests, which has the size of a unit whatever else stands beside it. */
    static TestSetup ownServer(String by) {
        return new TestSetup(
                Scale.OWN_SERVER, TestKind.UNIT, by + ", a server around what it tests, of a unit test's size");
    }

    static TestSetup slice(String name) {
        return new TestSetup(Scale.SLICE, TestKind.UNIT, name + ", a slice of a unit test's size");
    }
}

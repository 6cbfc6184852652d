package dev.andon.internal.text;

import java.util.List;
import java.util.function.Predicate;

/** Tells whether this JVM runs the tests of a build: under Surefire, Failsafe or Gradle's test worker. */
public final class BuildTestRun {

    /** Set by the tools themselves: the first two by Surefire and Failsafe, which cannot be told apart by them. */
    private static final String GRADLE = "org.gradle.test.worker";

    private static final List<String> PROPERTIES =
            List.of("surefire.test.class.path", "surefire.real.class.path", GRADLE);

    /** Set in the JVM in which tests are proven: its test runs are no runs of the build. */
    public static final String PROOF = "dev.andon.proof";

    private BuildTestRun() {}

    /** Returns whether a build runs the tests of this JVM. */
    public static boolean isThisJvm() {
        return is(name -> System.getProperty(name) != null);
    }

    /** Returns whether tests are proven in this JVM. */
    public static boolean isProof() {
        return System.getProperty(PROOF) != null;
    }

    /** Returns whether it is Gradle that runs the tests of this JVM. */
    public static boolean isByGradle() {
        return System.getProperty(GRADLE) != null;
    }

    /**
     * Returns whether a build runs the tests of a JVM.
     *
     * @param systemProperty whether a system property of that JVM is set
     */
    public static boolean is(Predicate<String> systemProperty) {
        return !systemProperty.test(PROOF) && PROPERTIES.stream().anyMatch(systemProperty);
    }
}

package dev.andon.internal.text;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells whether JUnit's launcher in this JVM has what our listeners call. One that is too old loads them nevertheless, and
 * would print a missing method for each of them over the tests of a build that has nothing to do with readiness.
 */
public final class PlatformVersion {

    private static final Optional<String> PROBLEM = problem(TestPlan.class);

    private PlatformVersion() {}

    /** Returns whether our listeners can work with the launcher of this JVM. */
    public static boolean isSupported() {
        return PROBLEM.isEmpty();
    }

    /** Returns what is wrong with the launcher of this JVM, and how to fix it; nothing where it is new enough. */
    public static Optional<String> problem() {
        return PROBLEM;
    }

    /** Parameters of a plan came with JUnit Platform 1.8, after all else that our listeners call. */
    static Optional<String> problem(Class<?> plan) {
        boolean present = Arrays.stream(plan.getMethods())
                .anyMatch(method -> method.getName().equals("getConfigurationParameters"));
        if (present) {
            return Optional.empty();
        }
        String version = plan.getPackage().getImplementationVersion();
        return Optional.of("JUnit's launcher in this run is " + (version == null ? "too old" : version) + place(plan)
                + ", and Andon needs JUnit 5.12 (launcher 1.12) or later: nothing is recorded, and readiness cannot be "
                + "judged. Something manages JUnit down to that version: import junit-bom 5.12 or later first in "
                + "dependencyManagement (with Spring Boot's parent, set the property junit-jupiter.version), and use "
                + "Surefire and Failsafe 3.5 or later");
    }

    private static String place(Class<?> plan) {
        CodeSource source = plan.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? ""
                : " (" + Path.of(source.getLocation().getPath()).getFileName() + ")";
    }
}

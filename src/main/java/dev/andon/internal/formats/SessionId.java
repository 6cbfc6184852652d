package dev.andon.internal.formats;

import java.util.Set;

/**
 * The id of a JaCoCo session that belongs to test classes.
 *
 * @param build the build that ran them
 * @param testClasses the binary names of the classes that ran while the data was collected, sorted: one where the data is
 *     its own, several where they ran at the same time and the data cannot be split, none where they were too many to name
 * @param setUp whether the data was collected before the first test method, while a framework may start the application
 * @param finished whether the classes ended before the data was written: else they still ran, or the JVM ended first
 */
public record SessionId(String build, Set<String> testClasses, boolean setUp, boolean finished) {

    /** Makes the id for what ran in test classes that have not ended. */
    public SessionId(String build, Set<String> testClasses) {
        this(build, testClasses, false, false);
    }

    /** Returns the id for what ran while a test class was set up. */
    public static SessionId ofSetUp(String build, String testClass) {
        return new SessionId(build, Set.of(testClass), true, false);
    }

    /** Returns the id for what ran in test classes that have ended. */
    public static SessionId ofFinished(String build, Set<String> testClasses) {
        return new SessionId(build, testClasses, false, true);
    }
}

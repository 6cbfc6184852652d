package dev.andon.internal.evidence;

import dev.andon.internal.formats.Outcome;
import java.util.List;

/**
 * One test, or one invocation of a test, that the build ran.
 *
 * @param uniqueId JUnit's unique id; empty where a report did not tell it
 * @param className the binary name of the class that ran it, a nested one included
 * @param methodName the method's name, without parameters; the display name where a report knows no better
 * @param outcome how it ended last
 * @param flaky whether it failed before it succeeded in the same build
 * @param millis how long it took, in milliseconds
 * @param tags its tags
 */
public record TestRun(
        String uniqueId,
        String className,
        String methodName,
        Outcome outcome,
        boolean flaky,
        double millis,
        List<String> tags) {}

package dev.andon.internal.evidence;

import dev.andon.internal.discover.TestMethod;
import java.util.Map;
import java.util.Set;

/**
 * Which test methods reach an assertion or a verification.
 *
 * @param asserting those that do, helpers and base classes followed
 * @param startingOnly those that call nothing, of classes that start an application: all they show is that it starts
 * @param runners of those that do not, but are run by a class that may check what they do, its simple name
 */
public record Assertions(Set<TestMethod> asserting, Set<TestMethod> startingOnly, Map<TestMethod, String> runners) {

    /** Returns whether the method reaches one. */
    public boolean asserts(TestMethod method) {
        return asserting.contains(method);
    }
}

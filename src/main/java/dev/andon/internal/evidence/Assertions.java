package dev.andon.internal.evidence;

import dev.andon.internal.discover.TestMethod;
import java.util.Set;

/**
 * Which test methods reach an assertion or a verification.
 *
 * @param asserting those that do, helpers and base classes followed
 */
public record Assertions(Set<TestMethod> asserting) {

    /** Returns whether the method reaches one. */
    public boolean asserts(TestMethod method) {
        return asserting.contains(method);
    }
}

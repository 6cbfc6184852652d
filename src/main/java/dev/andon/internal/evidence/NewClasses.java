package dev.andon.internal.evidence;

import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import java.util.Set;

/**
 * The classes that a change added or edited.
 *
 * @param services the services whose source file is new
 * @param testClasses the test classes that are new or changed: their own source file, or that of a class from which they
 *     inherit a test
 */
public record NewClasses(Set<Service> services, Set<TestClass> testClasses) {

    /** No class was added or edited. */
    public static final NewClasses NONE = new NewClasses(Set.of(), Set.of());
}

package dev.andon.internal.evidence.changes;

import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change brought.
 *
 * @param services the services whose source file is new
 * @param testClasses the test classes that are new or changed: their own source file, or that of a class from which they
 *     inherit a test
 */
public record NewClasses(Set<Service> services, Set<TestClass> testClasses) {

    /** Nothing. */
    public static final NewClasses NONE = new NewClasses(Set.of(), Set.of());

    /** Finds them among what the build holds. */
    public static NewClasses in(Collection<ChangedSource> sources, Inventory inventory) {
        return new NewClasses(
                inventory.services().stream()
                        .filter(service -> sources.stream().anyMatch(source -> source.isNew() && isOf(service, source)))
                        .collect(Collectors.toUnmodifiableSet()),
                inventory.testClasses().stream()
                        .filter(test -> sources.stream().anyMatch(source -> isOf(test, source)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isOf(Service service, ChangedSource source) {
        return source.module().equals(service.module())
                && source.holds(
                        service.location().className(), service.location().file());
    }

    private static boolean isOf(TestClass test, ChangedSource source) {
        boolean itself = source.module().equals(test.module())
                && source.holds(test.name(), test.location().file());
        return itself
                || test.methods().stream()
                        .anyMatch(method -> source.holds(
                                method.declaredIn(), method.location().file()));
    }
}

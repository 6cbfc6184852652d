package dev.andon.internal.evidence.changes;

import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NewClasses;
import java.util.Collection;
import java.util.stream.Collectors;

/** Finds the services that a change added, and the test classes that it added or edited. */
public final class NewClassFinder {
    private NewClassFinder() {}

    /** Returns those of the build's classes that come from changed sources. */
    public static NewClasses find(Collection<ChangedSource> sources, Inventory inventory) {
        return new NewClasses(
                inventory.services().stream()
                        .filter(service -> sources.stream().anyMatch(source -> source.isNew() && isOf(service, source)))
                        .collect(Collectors.toUnmodifiableSet()),
                inventory.testClasses().stream()
                        .filter(test -> sources.stream().anyMatch(source -> isOf(test, source)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isOf(Service service, ChangedSource source) {
        return source.mayBelongTo(service.module())
                && source.holds(
                        service.location().className(), service.location().file());
    }

    private static boolean isOf(TestClass test, ChangedSource source) {
        boolean itself = source.mayBelongTo(test.module())
                && source.holds(test.name(), test.location().file());
        return itself
                || test.methods().stream()
                        .anyMatch(method -> source.holds(
                                method.declaredIn(), method.location().file()));
    }
}

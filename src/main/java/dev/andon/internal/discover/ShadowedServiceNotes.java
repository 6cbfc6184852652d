package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import java.util.List;
import java.util.Optional;

/** Services whose class file the JVM never loads, since another module has one of the same name before it. */
public final class ShadowedServiceNotes {
    private ShadowedServiceNotes() {}

    /** Returns whether what a test calls by this service's name is the twin of another module. */
    public static boolean is(Service service, CodeIndex index) {
        return loadedFrom(service, index)
                .filter(module -> !module.equals(service.module()))
                .isPresent();
    }

    private static Optional<String> loadedFrom(Service service, CodeIndex index) {
        return index.find(service.location().className()).map(ClassFacts::root).map(ClassRoot::module);
    }

    /** Says of each what hides it, and how to fix it. */
    public static List<String> notes(Inventory inventory, CodeIndex index) {
        return inventory.services().stream()
                .filter(service -> is(service, index))
                .map(service -> service.name() + " of module " + service.module() + " is hidden by its twin of module "
                        + loadedFrom(service, index).orElse("")
                        + ", which comes first on the class path: no test can reach it; rename one of them, or judge each"
                        + " module by a readiness class of its own")
                .toList();
    }
}

package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import java.util.List;
import java.util.Optional;

/** Notes on services whose class file the JVM never loads, because a class of the same name comes earlier on the class path. */
public final class ShadowedServiceNotes {
    private ShadowedServiceNotes() {}

    /** Returns whether a test that calls this service by name runs a class of another module, or of the test sources. */
    public static boolean is(Service service, CodeIndex index) {
        return index.find(service.location().className())
                .map(ClassFacts::root)
                .filter(root -> root.test() || !root.module().equals(service.module()))
                .isPresent();
    }

    private static Optional<String> loadedFrom(Service service, CodeIndex index) {
        return index.find(service.location().className()).map(ClassFacts::root).map(ClassRoot::module);
    }

    /** Returns a note on each: which module hides it, and how to fix that. */
    public static List<String> notes(Inventory inventory, CodeIndex index) {
        return inventory.services().stream()
                .filter(service -> is(service, index))
                .map(service -> service.name() + " of module " + service.module()
                        + " is hidden by the class of the same name in module "
                        + loadedFrom(service, index).orElse("")
                        + ", which comes first on the class path: no test can reach it; rename one of them, or judge each"
                        + " module by a readiness class of its own")
                .toList();
    }
}

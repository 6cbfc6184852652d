package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds which test class reaches which service; for now by the test class's own code alone. */
public final class Links {
    private Links() {}

    /** Returns the links, strongest first for each pair. */
    public static List<Link> find(CodeIndex index, Inventory inventory) {
        List<Link> links = new ArrayList<>();
        for (TestClass testClass : inventory.testClasses()) {
            Collection<MethodBody> bodies = index.bodies(testClass.name()).values();
            for (Service service : inventory.services()) {
                if (reaches(bodies, service)) {
                    links.add(new Link(
                            testClass.name(),
                            service.name(),
                            Link.Strength.LINKED,
                            "its code at " + testClass.location(),
                            List.of()));
                }
            }
        }
        return links;
    }

    private static boolean reaches(Collection<MethodBody> bodies, Service service) {
        return bodies.stream()
                .anyMatch(body -> body.types().contains(service.name())
                        || service.routes().stream()
                                .anyMatch(route -> body.constants().contains(route.template())));
    }
}

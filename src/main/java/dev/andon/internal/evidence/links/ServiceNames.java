package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.discover.Service;
import java.util.LinkedHashSet;
import java.util.Set;

/** The types that identify a service: its class, its entry types, and interfaces that no other class implements. */
final class ServiceNames {

    private ServiceNames() {}

    static Set<String> of(Service service, CodeGraph graph) {
        Set<String> all = new LinkedHashSet<>();
        all.add(service.name());
        all.addAll(service.entryTypes());
        for (String type : graph.index().superTypes(service.name())) {
            boolean production = graph.index()
                    .find(type)
                    .map(ClassFacts::root)
                    .filter(root -> !root.test())
                    .isPresent();
            if (production && implementations(type, graph) == 1) {
                all.add(type);
            }
        }
        return all;
    }

    private static long implementations(String type, CodeGraph graph) {
        return graph.subTypes(type).stream()
                .flatMap(name -> graph.index().find(name).stream())
                .filter(facts -> facts.root() != null && !facts.root().test())
                .filter(facts -> !facts.isAbstract())
                .count();
    }
}

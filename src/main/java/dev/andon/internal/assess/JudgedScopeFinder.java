package dev.andon.internal.assess;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.JudgedScope;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.require.ReadinessDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds what a readiness class leaves out of what it judges. */
final class JudgedScopeFinder {
    private final ReadinessDeclaration declaration;
    private final CodeIndex index;
    private final DiscoveryRequest request;

    JudgedScopeFinder(ReadinessDeclaration declaration, CodeIndex index, DiscoveryRequest request) {
        this.declaration = declaration;
        this.index = index;
        this.request = request;
    }

    /**
     * Returns what is left out.
     *
     * @param home the module of the readiness class
     * @param unrun the readiness classes that never judge
     */
    JudgedScope find(Module home, Inventory judged, Map<String, NotRunReason> unrun) {
        return new JudgedScope(outside(home), excluded(judged), unrun);
    }

    private List<Service> outside(Module home) {
        // A question asked in code names its packages on purpose.
        if (index.find(declaration.readinessClass()).isEmpty()) {
            return List.of();
        }
        List<String> packages = judgedPackages(home.name());
        Predicate<String> inside = Discovery.within(packages);
        boolean all = index.classes().stream()
                .filter(facts -> isProduction(facts, home))
                .map(ClassFacts::name)
                .allMatch(inside);
        return all
                ? List.of()
                : Discovery.discover(
                                index,
                                new DiscoveryRequest(
                                        List.of(), List.of(), request.excludeServices(), request.conventions()))
                        .services()
                        .stream()
                        .filter(service -> service.module().equals(home.name()) && !inside.test(service.name()))
                        .toList();
    }

    private static boolean isProduction(ClassFacts facts, Module home) {
        return facts.root() != null
                && !facts.root().test()
                && facts.root().module().equals(home.name());
    }

    /** Several readiness classes of a module may share its packages out. */
    private List<String> judgedPackages(String module) {
        List<String> packages = new ArrayList<>(declaration.packages());
        if (Discovery.readinessClasses(index).size() > 1) {
            ReadinessClasses.in(index).stream()
                    .filter(other -> other.module().equals(module))
                    .forEach(other -> packages.addAll(other.declaration().packages()));
        }
        return packages;
    }

    private List<String> excluded(Inventory judged) {
        if (request.excludeServices().isEmpty()) {
            return List.of();
        }
        Set<String> kept = judged.services().stream().map(Service::name).collect(Collectors.toSet());
        return Discovery.discover(
                        index,
                        new DiscoveryRequest(
                                request.packages(), request.includeServices(), List.of(), request.conventions()))
                .services()
                .stream()
                .map(Service::name)
                .filter(name -> !kept.contains(name))
                .sorted()
                .toList();
    }
}

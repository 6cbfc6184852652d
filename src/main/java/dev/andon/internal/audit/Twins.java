package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Services, or classes among tests, that share a name in several modules. All evidence is of class names, as it is for
 * the JVM: so twins are never judged in one piece, or the tests of the one would speak for the other.
 */
final class Twins {
    private static final int NAMED = 3;

    private final Workspace workspace;
    private final MavenModules poms;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Set<String> judged = new LinkedHashSet<>();
    private final Set<String> shared = new TreeSet<>();

    private Twins(Workspace workspace, MavenModules poms) {
        this.workspace = workspace;
        this.poms = poms;
    }

    static Twins in(Workspace workspace, CodeIndex index, MavenModules poms) {
        Twins twins = new Twins(workspace, poms);
        Set<String> all = new HashSet<>();
        // Most projects have none, and need not be searched for services twice.
        if (!index.classes().stream().map(ClassFacts::name).allMatch(all::add)) {
            twins.find(index);
        }
        return twins;
    }

    private void find(CodeIndex index) {
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of());
        Set<String> seen = new HashSet<>();
        Stream.concat(
                        inventory.services().stream().map(Twins::classOf),
                        index.classes().stream().filter(Twins::inTests).map(Twins::classOf))
                .forEach(type -> {
                    boolean added = names.computeIfAbsent(type.module(), module -> new HashSet<>())
                            .add(type.name());
                    if (added && !seen.add(type.name())) {
                        shared.add(type.name());
                    }
                });
        inventory.services().forEach(service -> judged.add(service.module()));
        inventory.canaries().forEach(canary -> judged.add(canary.module()));
    }

    /** A class, and the module that holds it. */
    private record Held(String name, String module) {}

    private static Held classOf(Service service) {
        return new Held(service.name(), service.module());
    }

    private static Held classOf(ClassFacts facts) {
        return new Held(facts.name(), facts.root() == null ? "" : facts.root().module());
    }

    /** A test is told by its name, and so is the code that it calls on its way; what says nothing may be everywhere. */
    private static boolean inTests(ClassFacts facts) {
        return facts.root() != null && facts.root().test() && !facts.name().endsWith("-info");
    }

    boolean any() {
        return !shared.isEmpty();
    }

    /** The modules with something to judge, in the order of the workspace. */
    List<String> judged() {
        return workspace.modules().stream()
                .map(Module::name)
                .filter(judged::contains)
                .toList();
    }

    /** A module with all others but those that hold a twin of what is nearer to it. */
    Workspace apart(String home) {
        if (!any()) {
            return workspace;
        }
        Set<String> nearest = new LinkedHashSet<>();
        nearest.add(home);
        nearest.addAll(poms.classPath(home).orElse(Set.of()));
        List<String> all = workspace.modules().stream().map(Module::name).toList();
        all.stream()
                .filter(module -> poms.classPath(module).orElse(Set.of()).contains(home))
                .forEach(nearest::add);
        nearest.addAll(all);
        Set<String> taken = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (String module : nearest) {
            Set<String> own = new HashSet<>(names.getOrDefault(module, Set.of()));
            own.retainAll(shared);
            if (Collections.disjoint(own, taken)) {
                kept.add(module);
                taken.addAll(own);
            }
        }
        return new Workspace(workspace.modules().stream()
                .filter(module -> kept.contains(module.name()))
                .toList());
    }

    /** Says that there are twins, and what follows from it. */
    Optional<String> note() {
        if (!any()) {
            return Optional.empty();
        }
        List<String> first = new ArrayList<>(shared).subList(0, Math.min(NAMED, shared.size()));
        return Optional.of(String.join(", ", first)
                + (shared.size() > NAMED ? " and " + (shared.size() - NAMED) + " more classes are" : " stand")
                + " in several modules: each module is judged without those that hold a twin of it or of what it uses");
    }
}

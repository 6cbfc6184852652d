package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.text.FirstFew;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Services and test classes whose names occur in several modules. Evidence is recorded by class name, so modules with a
 * duplicate name are never judged together: the tests of one class would count for the other.
 */
final class DuplicateNames {
    private static final int NAMED = 3;

    private final Workspace workspace;
    /** The modules that contain each duplicate name. */
    private final Map<String, Set<String>> holders = new TreeMap<>();
    /** The modules that each module is compiled or tested against, in the order of the workspace. */
    private final Map<String, Set<String>> classPaths = new LinkedHashMap<>();

    private final Set<String> judged = new HashSet<>();

    private DuplicateNames(Workspace workspace) {
        this.workspace = workspace;
    }

    static DuplicateNames in(Workspace workspace, CodeIndex index, MavenModules poms) {
        DuplicateNames duplicates = new DuplicateNames(workspace);
        Set<String> all = new HashSet<>();
        // Most projects have none: do not search them for services twice.
        if (!index.classes().stream().map(ClassFacts::name).allMatch(all::add)) {
            duplicates.find(index, poms);
        }
        return duplicates;
    }

    private void find(CodeIndex index, MavenModules poms) {
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of());
        inventory.services().forEach(service -> hold(service.name(), service.module()));
        for (ClassFacts facts : index.classes()) {
            ClassRoot root = facts.root();
            // Tests, and the helpers that they call, are identified by name; every package may have a package-info.
            if (root != null && root.test() && !facts.name().endsWith("-info")) {
                hold(facts.name(), root.module());
            }
        }
        holders.values().removeIf(modules -> modules.size() == 1);
        for (Module module : workspace.modules()) {
            classPaths.put(module.name(), poms.classPath(module.name()).orElse(Set.of()));
        }
        inventory.services().forEach(service -> judged.add(service.module()));
        inventory.canaries().forEach(canary -> judged.add(canary.module()));
    }

    private void hold(String name, String module) {
        holders.computeIfAbsent(name, ignored -> new HashSet<>()).add(module);
    }

    boolean any() {
        return !holders.isEmpty();
    }

    /** The modules with something to judge, in the order of the workspace. */
    List<String> judged() {
        return classPaths.keySet().stream().filter(judged::contains).toList();
    }

    /** Returns a module with all others, without those that repeat a name of a module nearer to it, or load another's. */
    Workspace apart(String home) {
        if (!any()) {
            return workspace;
        }
        Set<String> kept = new HashSet<>();
        for (String module : nearest(home)) {
            if (holders.values().stream().noneMatch(held -> held.contains(module) && !Collections.disjoint(held, kept))
                    && !loadsFromAnother(module, home)) {
                kept.add(module);
            }
        }
        return new Workspace(workspace.modules().stream()
                .filter(module -> kept.contains(module.name()))
                .toList());
    }

    /** Returns whether a duplicate name of {@code home} stands for the class of another module in what a module runs. */
    private boolean loadsFromAnother(String module, String home) {
        Set<String> classPath = classPaths.getOrDefault(module, Set.of());
        return !module.equals(home)
                && holders.values().stream()
                        .filter(held -> held.contains(home) && !held.contains(module))
                        .flatMap(held ->
                                classPath.stream().filter(held::contains).limit(1))
                        .anyMatch(first -> !first.equals(home));
    }

    /** Returns the module itself, then the modules on its class path, those that have it on theirs, and all others. */
    private Set<String> nearest(String home) {
        Set<String> nearest = new LinkedHashSet<>();
        nearest.add(home);
        nearest.addAll(classPaths.getOrDefault(home, Set.of()));
        classPaths.forEach((module, seen) -> {
            if (seen.contains(home)) {
                nearest.add(module);
            }
        });
        nearest.addAll(classPaths.keySet());
        return nearest;
    }

    /** Returns a note on what duplicate names mean for the judging. */
    String note() {
        return "duplicate names in several modules: " + FirstFew.of(List.copyOf(holders.keySet()), NAMED)
                + "; each module is judged without the modules that repeat its names or the names that it uses";
    }
}

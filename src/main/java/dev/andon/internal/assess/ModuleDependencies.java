package dev.andon.internal.assess;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.discover.Workspace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds which modules of a build a module depends on, transitively: those that hold a class which its code names. */
final class ModuleDependencies implements Function<String, Set<String>> {
    private final CodeIndex index;
    private final Function<String, Set<String>> stated;
    private final boolean several;
    private final Map<String, Set<String>> direct = new HashMap<>();
    private final Map<String, Set<String>> all = new HashMap<>();

    /**
     * Prepares to find them; nothing is read before the first question.
     *
     * @param stated the modules that the build's files say a module depends on, besides those that its code shows
     */
    ModuleDependencies(Workspace workspace, CodeIndex index, Function<String, Set<String>> stated) {
        this.index = index;
        this.stated = stated;
        this.several = workspace.modules().size() > 1;
    }

    @Override
    public Set<String> apply(String module) {
        return several ? all.computeIfAbsent(module, this::transitive) : Set.of();
    }

    private Set<String> transitive(String module) {
        if (direct.isEmpty()) {
            readAll();
        }
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(module));
        while (!open.isEmpty()) {
            String next = open.remove();
            Stream.concat(direct.getOrDefault(next, Set.of()).stream(), stated.apply(next).stream())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return Set.copyOf(seen);
    }

    private void readAll() {
        Map<String, Set<String>> production = new HashMap<>();
        for (ClassFacts facts : index.classes()) {
            ClassRoot root = facts.root();
            if (root != null && !root.test()) {
                production
                        .computeIfAbsent(facts.name(), name -> new HashSet<>())
                        .add(root.module());
            }
        }
        for (ClassFacts facts : index.classes()) {
            ClassRoot root = facts.root();
            if (root != null) {
                Set<String> used = direct.computeIfAbsent(root.module(), name -> new HashSet<>());
                names(facts).forEach(name -> {
                    Set<String> holders = production.getOrDefault(name, Set.of());
                    // Of duplicate names, the module's own class is used; else which one it is cannot be told.
                    if (!holders.contains(root.module())) {
                        used.addAll(holders);
                    }
                });
            }
        }
    }

    private Stream<String> names(ClassFacts facts) {
        Stream<String> inCode = index.bodies(facts.name()).values().stream()
                .map(MethodBody::types)
                .flatMap(Set::stream);
        return Stream.of(Stream.ofNullable(facts.superName()), facts.interfaces().stream(), inCode)
                .flatMap(names -> names);
    }
}

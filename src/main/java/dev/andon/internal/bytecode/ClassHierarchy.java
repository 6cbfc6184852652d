package dev.andon.internal.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which classes of a build extend, implement and enclose which. */
final class ClassHierarchy {

    private final CodeIndex index;
    private final Limits limits;
    private final Map<String, List<ClassFacts>> direct = new HashMap<>();
    private final Map<String, List<ClassFacts>> members = new HashMap<>();
    private final Map<String, List<String>> all = new ConcurrentHashMap<>();

    ClassHierarchy(CodeIndex index, Limits limits) {
        this.index = index;
        this.limits = limits;
        for (ClassFacts facts : index.classes()) {
            if (facts.superName() != null) {
                add(direct, facts.superName(), facts);
            }
            facts.interfaces().forEach(type -> add(direct, type, facts));
            if (facts.outer() != null) {
                add(members, facts.outer(), facts);
            }
        }
    }

    private static void add(Map<String, List<ClassFacts>> map, String key, ClassFacts facts) {
        map.computeIfAbsent(key, ignored -> new ArrayList<>(2)).add(facts);
    }

    List<ClassFacts> members(String className) {
        return members.getOrDefault(className, List.of());
    }

    List<String> subTypes(String className) {
        if (!direct.containsKey(className)) {
            return List.of();
        }
        List<String> known = all.get(className);
        if (known == null) {
            known = findSubTypes(className);
            all.put(className, known);
        }
        return known;
    }

    private List<String> findSubTypes(String className) {
        Set<String> found = new LinkedHashSet<>();
        List<String> level = List.of(className);
        // Without a limit a long chain takes time and memory by the square of its length.
        for (int depth = 0; depth < CodeIndex.DEEPEST_HIERARCHY && !level.isEmpty(); depth++) {
            List<String> below = new ArrayList<>();
            for (String type : level) {
                for (ClassFacts sub : direct.getOrDefault(type, List.of())) {
                    if (found.add(sub.name())) {
                        below.add(sub.name());
                    }
                }
            }
            level = below;
        }
        if (!level.isEmpty()) {
            index.hierarchyIsTooDeep(level.get(0));
        }
        return found.stream().sorted().toList();
    }

    List<ClassFacts> superClasses(String className) {
        List<ClassFacts> chain = new ArrayList<>();
        Optional<ClassFacts> next = index.find(className);
        while (next.isPresent() && chain.size() < limits.superclasses()) {
            chain.add(next.get());
            next = Optional.ofNullable(next.get().superName()).flatMap(index::find);
        }
        return chain;
    }
}

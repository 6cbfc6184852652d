package dev.andon.internal.assess;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which classes the tests of each module load where several have one name: those of their own module, its test classes
 * first, else those of the first module on their class path.
 */
final class LoadedClasses {
    /** Where the class path of a module is unknown, no more than so many possible ones are compared. */
    private static final int COMPARED = 8;

    private final CodeIndex index;
    private final LoadingModule loading;
    /** The classes of each duplicate name, in the order of the roots. */
    private final Map<String, List<ClassFacts>> duplicates = new TreeMap<>();

    private final Map<Map<String, ClassFacts>, CodeIndex> known = new HashMap<>();

    LoadedClasses(CodeIndex index, LoadingModule loading) {
        this.index = index;
        this.loading = loading;
        Map<String, ClassFacts> first = new HashMap<>();
        for (ClassFacts facts : index.classes()) {
            ClassFacts other = first.putIfAbsent(facts.name(), facts);
            if (other != null && !facts.name().endsWith("-info")) {
                duplicates
                        .computeIfAbsent(facts.name(), name -> new ArrayList<>(List.of(other)))
                        .add(facts);
            }
        }
    }

    /** Groups modules by what they load: one index, or each that is possible. */
    Map<List<CodeIndex>, Set<String>> of(Collection<String> modules) {
        Map<List<CodeIndex>, Set<String>> views = new LinkedHashMap<>();
        modules.forEach(module -> views.computeIfAbsent(views(module), view -> new LinkedHashSet<>())
                .add(module));
        return views;
    }

    private List<CodeIndex> views(String module) {
        Map<String, ClassFacts> sure = new HashMap<>();
        Map<String, List<String>> unsure = new HashMap<>();
        duplicates.forEach((name, classes) -> {
            List<String> candidates = loading.candidates(module, holders(classes));
            if (candidates.size() == 1) {
                sure.put(name, of(candidates.get(0), module, classes));
            } else if (candidates.size() > 1) {
                unsure.put(name, candidates);
            }
        });
        if (unsure.isEmpty()) {
            return List.of(view(sure));
        }
        Set<String> possible =
                unsure.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        return possible.stream()
                .limit(COMPARED)
                .map(first -> {
                    Map<String, ClassFacts> chosen = new HashMap<>(sure);
                    unsure.forEach((name, candidates) -> chosen.put(
                            name,
                            of(
                                    candidates.contains(first) ? first : candidates.get(0),
                                    module,
                                    duplicates.getOrDefault(name, List.of()))));
                    return view(chosen);
                })
                .distinct()
                .toList();
    }

    /** Returns where the limits of a graph cut an answer short. */
    List<String> notes() {
        return Stream.concat(Stream.of(index), known.values().stream())
                .flatMap(view -> view.graph().notes().stream())
                .distinct()
                .toList();
    }

    private CodeIndex view(Map<String, ClassFacts> chosen) {
        return known.computeIfAbsent(chosen, index::finding);
    }

    private static Set<String> holders(List<ClassFacts> classes) {
        return classes.stream()
                .flatMap(facts -> root(facts).stream())
                .map(ClassRoot::module)
                .collect(Collectors.toSet());
    }

    /** Test classes come first on the class path of their own module, and last on that of another. */
    private static ClassFacts of(String holder, String module, List<ClassFacts> classes) {
        List<ClassFacts> held = classes.stream()
                .filter(facts ->
                        root(facts).filter(root -> root.module().equals(holder)).isPresent())
                .toList();
        boolean testsFirst = holder.equals(module);
        return held.stream()
                .filter(facts ->
                        root(facts).filter(root -> root.test() == testsFirst).isPresent())
                .findFirst()
                .orElseGet(() -> held.get(0));
    }

    private static Optional<ClassRoot> root(ClassFacts facts) {
        return Optional.ofNullable(facts.root());
    }
}

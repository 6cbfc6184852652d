package dev.andon.internal.evidence.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;

/** Detects data of another version of a class, which counts neither as covered nor as uncovered. */
final class Staleness {

    private final ProductionClasses files;
    private final Map<String, Set<Long>> idsByName = new HashMap<>();

    Staleness(ProductionClasses files) {
        this.files = files;
    }

    /** Returns a sentence for each class for which there is only data of another version. */
    List<String> in(ExecutionDataStore data, List<ProductionClass> classes) {
        return classes.stream()
                .filter(file -> data.contains(file.vmName()) && data.get(file.id()) == null)
                .filter(file -> isOfNoModule(data, file))
                .map(file -> sentence(file.name()))
                .distinct()
                .toList();
    }

    static String sentence(String className) {
        return "The coverage data on " + className
                + " is of another version of the class (the class ids differ), so it "
                + "is not counted: build and run all tests in one go, starting with `clean`; if that does not help, an "
                + "agent or a plugin changes the class between the build and the run, or it was instrumented offline.";
    }

    /** Classes of one name in two modules: data for one of them does not contradict the other. */
    private boolean isOfNoModule(ExecutionDataStore data, ProductionClass file) {
        Set<Long> builtIds = idsByName.computeIfAbsent(file.name(), name -> files.named(name).stream()
                .map(ProductionClass::id)
                .collect(Collectors.toCollection(HashSet::new)));
        Set<Long> ranIds = new TreeSet<>();
        for (ExecutionData ran : data.getContents()) {
            if (ran.getName().equals(file.vmName())) {
                ranIds.add(ran.getId());
            }
        }
        return !builtIds.containsAll(ranIds);
    }
}

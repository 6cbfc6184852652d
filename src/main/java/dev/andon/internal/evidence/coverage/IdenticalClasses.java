package dev.andon.internal.evidence.coverage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jacoco.core.data.ExecutionData;

/**
 * Class files that several modules hold byte for byte. JaCoCo's data knows a class by its content alone, so each but the first gets
 * an id of its own, and what ran is kept under that of the module whose class it was.
 */
final class IdenticalClasses {
    static final IdenticalClasses NONE = new IdenticalClasses(Map.of(), LoadedFrom.UNKNOWN);

    private final Map<Long, Map<String, ProductionClass>> byId;
    private final LoadedFrom loadedFrom;

    private IdenticalClasses(Map<Long, Map<String, ProductionClass>> byId, LoadedFrom loadedFrom) {
        this.byId = byId;
        this.loadedFrom = loadedFrom;
    }

    static IdenticalClasses in(ProductionClasses files, LoadedFrom loadedFrom) {
        Map<Long, Map<String, ProductionClass>> byId = new HashMap<>();
        for (List<ProductionClass> sameName : files.ofSeveralModules()) {
            for (ProductionClass file : sameName) {
                file.contentId().ifPresent(id -> byId.computeIfAbsent(id, ignored -> new LinkedHashMap<>())
                        .putIfAbsent(file.module(), file));
            }
        }
        byId.values().removeIf(holders -> holders.size() == 1);
        byId.forEach(IdenticalClasses::distinguish);
        return new IdenticalClasses(byId, loadedFrom);
    }

    private static void distinguish(long contentId, Map<String, ProductionClass> holders) {
        int number = 0;
        for (ProductionClass file : holders.values()) {
            file.distinguish(contentId, number++);
        }
    }

    /** Returns the id under which the data is kept; empty where it cannot be determined whose class ran. */
    Optional<Long> id(ExecutionData data, Path execFile, Set<String> testClasses) {
        Map<String, ProductionClass> holders = byId.get(data.getId());
        return holders == null
                ? Optional.of(data.getId())
                : loadedFrom
                        .module(execFile, testClasses, holders.keySet())
                        .flatMap(module -> Optional.ofNullable(holders.get(module)))
                        .map(ProductionClass::id);
    }

    /** Returns the names of the modules that hold the class. */
    Set<String> holders(ExecutionData data) {
        return byId.getOrDefault(data.getId(), Map.of()).keySet();
    }
}

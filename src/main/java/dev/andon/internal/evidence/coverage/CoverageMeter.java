package dev.andon.internal.evidence.coverage;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.Coverage;
import dev.andon.internal.require.CounterType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacoco.core.data.ExecutionDataStore;
import org.jspecify.annotations.Nullable;

/** Measures coverage, by all tests or by those of one kind. Analyses each class when it is first needed. */
public final class CoverageMeter {

    private final CoverageData data;
    private final ProductionClasses files;
    private final Map<String, Set<TestKind>> kinds;
    private final Analysis analysis = new Analysis();
    private final Staleness staleness;
    private final Map<Optional<TestKind>, ExecutionDataStore> stores = new HashMap<>();
    private final Optional<AgentSettings> agent;
    private final List<String> obstacles;
    private @Nullable List<ProductionClass> whole;
    private @Nullable ExecutionDataStore rest;

    /** Measures the class files with the data; the inventory gives the kind of each test class. */
    public CoverageMeter(CoverageData data, ProductionClasses files, Inventory inventory) {
        this(data, files, inventory, Optional.empty());
    }

    /** As above; packages and the whole are measured without the classes that the agent leaves out. */
    public CoverageMeter(
            CoverageData data, ProductionClasses files, Inventory inventory, Optional<AgentSettings> agent) {
        this.agent = agent;
        this.data = data;
        this.files = files;
        this.staleness = new Staleness(files);
        this.obstacles = data.obstacles();
        this.kinds = inventory.testClasses().stream()
                .collect(Collectors.groupingBy(
                        TestClass::name, Collectors.mapping(TestClass::kind, Collectors.toSet())));
    }

    /**
     * Measures a service: its class, all that is nested in it, and its lambdas.
     *
     * @param thresholds the shares to reach; for the counters that miss theirs, the worst methods are found
     */
    public Coverage of(Service service, @Nullable TestKind kind, Map<CounterType, Double> thresholds) {
        List<ProductionClass> classes = ServiceCode.classes(service, files);
        List<ProductionClass> seen = seen(classes);
        return seen.isEmpty() && !classes.isEmpty()
                ? Coverage.unknown(service.name(), kind, leftOut(classes.get(0)))
                : measure(service.name(), kind, seen, thresholds);
    }

    /** Measures a service without looking for the worst methods. */
    public Coverage of(Service service, @Nullable TestKind kind) {
        return of(service, kind, Map.of());
    }

    private List<ProductionClass> seen(List<ProductionClass> classes) {
        return classes.stream().filter(file -> setting(file.name()).isEmpty()).toList();
    }

    private Optional<String> setting(String className) {
        return agent.flatMap(settings -> settings.leavesOut(className));
    }

    private String leftOut(ProductionClass file) {
        return "The JaCoCo agent leaves " + file.name() + " out ("
                + setting(file.name()).orElse("")
                + "), so its lines are not measured: change that setting of the agent, or leave the service out of "
                + "@RequireCoverage.";
    }

    /** Returns whether there is a production class of this name. */
    public boolean knows(String className) {
        return !files.named(className).isEmpty();
    }

    /** Measures a package and all below it; {@code thresholds} as for a service. */
    public Coverage ofPackage(String name, @Nullable TestKind kind, Map<CounterType, Double> thresholds) {
        return measure("package " + name, kind, allClasses(file -> file.name().startsWith(name + ".")), thresholds);
    }

    /** Measures all production classes; {@code thresholds} as for a service. */
    public Coverage ofWhole(@Nullable TestKind kind, Map<CounterType, Double> thresholds) {
        return measure("the whole code base", kind, allClasses(file -> true), thresholds);
    }

    /**
     * Returns what covered a service: {@code all}, then by kind of test and {@code unattributed}, where the data tells them
     * apart; nothing where the data says nothing of it.
     */
    public Map<String, KindCoverage> shares(Service service) {
        Coverage all = of(service, null);
        if (!all.problems().isEmpty() || all.of(CounterType.INSTRUCTION).total() == 0) {
            return Map.of();
        }
        Map<String, KindCoverage> parts = new LinkedHashMap<>();
        parts.put("all", share(all::of));
        if (data.isAttributed() || !data.pooled().isEmpty()) {
            for (TestKind kind : List.of(TestKind.UNIT, TestKind.INTEGRATION, TestKind.END_TO_END)) {
                Coverage part = of(service, kind);
                parts.put(kind.practice().replace("-tests", ""), share(part::of));
            }
            CoverageTotals rest = new CoverageTotals(analysis, rest()).add(ServiceCode.classes(service, files));
            parts.put("unattributed", share(rest::of));
        }
        return parts;
    }

    private static KindCoverage share(Function<CounterType, Counter> counters) {
        return new KindCoverage(counters.apply(CounterType.LINE), counters.apply(CounterType.BRANCH));
    }

    private ExecutionDataStore rest() {
        ExecutionDataStore known = rest;
        if (known == null) {
            known = remainder();
            rest = known;
        }
        return known;
    }

    /**
     * Returns the data that belongs to no single kind of test: unattributed, of an unknown kind, or of several kinds
     * at once.
     */
    ExecutionDataStore remainder() {
        ExecutionDataStore rest = new ExecutionDataStore();
        CoverageData.merge(data.unattributed(), rest);
        data.forEachTestClass((test, hits) -> {
            if (kindOf(Set.of(test)).isEmpty()) {
                CoverageData.merge(hits, rest);
            }
        });
        data.pooled().stream()
                .filter(pool -> kindOf(pool.testClasses()).isEmpty())
                .forEach(pool -> CoverageData.merge(pool.data(), rest));
        return rest;
    }

    ExecutionDataStore hits(@Nullable TestKind kind) {
        return stores.computeIfAbsent(Optional.ofNullable(kind), this::collect);
    }

    private ExecutionDataStore collect(Optional<TestKind> kind) {
        if (kind.isEmpty()) {
            return data.all();
        }
        ExecutionDataStore store = new ExecutionDataStore();
        data.forEachTestClass((test, hits) -> {
            if (kindOf(Set.of(test)).equals(kind)) {
                CoverageData.merge(hits, store);
            }
        });
        data.pooled().stream()
                .filter(pool -> kindOf(pool.testClasses()).equals(kind))
                .forEach(pool -> CoverageData.merge(pool.data(), store));
        return store;
    }

    /** Returns the one kind that all of them are of; empty where one is unknown, or they differ. */
    private Optional<TestKind> kindOf(Set<String> testClasses) {
        Set<Optional<TestKind>> found = testClasses.stream()
                .flatMap(test -> kinds.containsKey(test)
                        ? kinds.getOrDefault(test, Set.of()).stream().map(Optional::of)
                        : Stream.of(Optional.<TestKind>empty()))
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.iterator().next() : Optional.empty();
    }

    private List<ProductionClass> allClasses(Predicate<ProductionClass> filter) {
        if (whole == null) {
            List<ProductionClass> all = new ArrayList<>();
            files.forEach(file -> {
                if (setting(file.name()).isEmpty()) {
                    all.add(file);
                }
            });
            whole = all;
        }
        return whole.stream().filter(filter).toList();
    }

    private List<String> uncertain(@Nullable TestKind kind) {
        return kind == null
                ? data.lost()
                : Stream.concat(data.gaps().stream(), data.lost().stream()).toList();
    }

    private Coverage measure(
            String scope, @Nullable TestKind kind, List<ProductionClass> classes, Map<CounterType, Double> thresholds) {
        ExecutionDataStore hits = hits(kind);
        Set<String> problems = new LinkedHashSet<>();
        if (classes.isEmpty()) {
            problems.add("There is no class file of " + scope + " to measure: name what the build compiles.");
        } else {
            problems.addAll(obstacles);
        }
        if (kind != null
                && problems.isEmpty()
                && !data.isAttributed()
                && data.pooled().isEmpty()) {
            problems.add(
                    "The coverage data does not name the tests that produced it, so coverage by kind of test cannot be determined. "
                            + (data.gaps().isEmpty()
                                    ? "Make dev.andon:andon-junit a test dependency of the module, and run the tests again."
                                    : String.join(" ", data.gaps())));
        }
        CoverageTotals tally = new CoverageTotals(analysis, hits).add(classes);
        // After the analysis, which computes the ids.
        problems.addAll(staleness.in(hits, classes));
        classes.stream()
                .map(ProductionClass::name)
                .flatMap(name -> analysis.unreadable(name).stream())
                .forEach(problems::add);
        return new Coverage(
                scope,
                kind,
                tally.counters(),
                tally.gaps(thresholds),
                List.copyOf(problems),
                tally.unlined().stream().map(CoverageMeter::unlined).toList(),
                uncertain(kind));
    }

    private static String unlined(String module) {
        return "The class files of module " + module
                + " hold no line numbers, so its lines cannot be counted: compile it "
                + "with javac -g, or -g:source,lines at least.";
    }
}

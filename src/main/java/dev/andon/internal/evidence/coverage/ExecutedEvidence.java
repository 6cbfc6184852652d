package dev.andon.internal.evidence.coverage;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Execution.Depth;
import dev.andon.internal.evidence.Executions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/** Finds which test class ran which service, and whether it ran the service's own code or only its wiring. */
public final class ExecutedEvidence {

    private static final ExecutionDataStore NOTHING = new ExecutionDataStore();

    private static final String UNNAMED =
            "There is coverage data, but none of it names a test class: the tests ran without "
                    + "Andon on their class path, or under an agent of another tool (such as quarkus-jacoco), which does not tell which "
                    + "test ran what. Make dev.andon:andon-junit a test dependency of the module, and run the tests again.";

    private static final String OFFLINE = "There is coverage data, but none of it names a test class: the classes were "
            + "instrumented offline (jacoco:instrument), and JaCoCo then writes what all tests ran as one. Let the tests run "
            + "under the agent (jacoco:prepare-agent) instead.";

    private final CoverageData data;
    private final Optional<AgentSettings> agent;
    private final Analysis analysis = new Analysis();
    private final Map<Service, ServiceCode> code = new LinkedHashMap<>();
    private final IdentityHashMap<ServiceCode, Integer> linesOf = new IdentityHashMap<>();
    private final IdentityHashMap<ProductionClass, Set<String>> startUp = new IdentityHashMap<>();
    private final IdentityHashMap<ProductionClass, Set<String>> beans = new IdentityHashMap<>();
    private final Staleness staleness;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Map<String, String> untold = new LinkedHashMap<>();

    private ExecutedEvidence(
            CoverageData data, ProductionClasses files, Inventory inventory, Optional<AgentSettings> agent) {
        this.data = data;
        this.agent = agent;
        this.staleness = new Staleness(files);
        inventory.services().forEach(service -> code.put(service, ServiceCode.of(service, files)));
        unknown.addAll(data.problems());
        unknown.addAll(data.gaps());
        unknown.addAll(data.lost());
        unknown.addAll(data.earlier());
        inventory.services().forEach(service -> leftOut(service, agent));
    }

    private void leftOut(Service service, Optional<AgentSettings> agent) {
        agent.flatMap(settings -> settings.leavesOut(service.location().className()))
                .ifPresent(setting -> untold.put(
                        service.name(),
                        "the JaCoCo agent leaves it out (" + setting + "), so its lines are not measured"));
    }

    static Executions find(CoverageData data, ProductionClasses files, Inventory inventory) {
        return find(data, files, inventory, Optional.empty());
    }

    /**
     * Returns all pairs of a test class and a service that can be determined: those of test classes whose data is known, and of
     * services whose class files are those that ran.
     */
    public static Executions find(
            CoverageData data, ProductionClasses files, Inventory inventory, Optional<AgentSettings> agent) {
        if (!data.isAttributed() && data.pooled().isEmpty()) {
            return Executions.unavailable(whyNothing(data, files));
        }
        return new ExecutedEvidence(data, files, inventory, agent).find(inventory);
    }

    private static String whyNothing(CoverageData data, ProductionClasses files) {
        if (!data.obstacles().isEmpty()) {
            return String.join(" ", data.obstacles());
        }
        if (!data.earlier().isEmpty()) {
            return String.join(" ", data.earlier());
        }
        if (!data.gaps().isEmpty()) {
            return String.join(" ", data.gaps());
        }
        return files.ranInstrumented() ? OFFLINE : UNNAMED;
    }

    private Executions find(Inventory inventory) {
        List<Execution> executions = new ArrayList<>();
        for (TestClass test : inventory.testClasses()) {
            ExecutionDataStore own = data.byTestClass().get(test.name());
            List<ExecutionDataStore> shared = data.pooled().stream()
                    .filter(pool -> pool.testClasses().contains(test.name()))
                    .map(CoverageData.Pooled::data)
                    .toList();
            ExecutionDataStore setUp = data.setUp().get(test.name());
            if (own != null || setUp != null || !shared.isEmpty()) {
                TestClassData hits =
                        new TestClassData(own == null ? NOTHING : own, setUp == null ? NOTHING : setUp, shared);
                inventory.services().forEach(service -> tell(test, service, hits)
                        .ifPresent(executions::add));
            }
        }
        unknown.addAll(analysis.unreadable());
        return new Executions(true, String.join(" ", unknown), List.copyOf(executions), Map.copyOf(untold));
    }

    /**
     * What ran in one test class.
     *
     * @param own what its tests ran
     * @param setUp what ran before its first test method
     * @param shared what ran while other test classes were open too
     */
    private record TestClassData(ExecutionDataStore own, ExecutionDataStore setUp, List<ExecutionDataStore> shared) {}

    private Optional<Execution> tell(TestClass test, Service service, TestClassData hits) {
        if (untold.containsKey(service.name())) {
            return Optional.empty();
        }
        ServiceCode parts = code.get(service);
        if (parts == null || parts.classes().isEmpty()) {
            unknown.add("The class file of " + service.name() + " was not found in module " + service.module()
                    + ", so it cannot be determined which tests ran it.");
            return Optional.empty();
        }
        Set<String> stale = new LinkedHashSet<>(staleness.in(hits.own(), parts.classes()));
        stale.addAll(staleness.in(hits.setUp(), parts.classes()));
        if (!stale.isEmpty()) {
            unknown.addAll(stale);
            return Optional.empty();
        }
        Execution execution = execution(test, service, parts, hits.own());
        if (execution.depth() != Depth.CALLED && hits.setUp() != NOTHING) {
            execution = execution.withDepth(deeper(execution.depth(), setUpDepth(test, service, parts, hits.setUp())));
        }
        if (execution.depth() == Depth.NEVER_LOADED) {
            Optional<String> elsewhere = measuredElsewhere(service, parts);
            if (elsewhere.isPresent()) {
                unknown.add(elsewhere.get());
                return Optional.empty();
            }
        }
        boolean sharedTouches = hits.shared().stream().anyMatch(pool -> parts.classes().stream()
                .anyMatch(file -> pool.get(file.id()) != null || pool.contains(file.vmName())));
        // Code that ran at the same time as others may have reached more than its own data shows.
        return sharedTouches && execution.depth() != Depth.CALLED ? Optional.empty() : Optional.of(execution);
    }

    /**
     * Returns why a service may have run although the test's own data holds nothing of it. Where a framework loads the
     * application in a class loader of its own, another agent may measure it, which does not tell which test ran it.
     */
    private Optional<String> measuredElsewhere(Service service, ServiceCode parts) {
        if (parts.classes().stream().anyMatch(file -> data.unattributed().contains(file.vmName()))) {
            return Optional.of(
                    "Coverage data on " + service.name() + " was written outside of any test class, by another "
                            + "agent or tool than the JaCoCo agent of the tests (such as the extension quarkus-jacoco), so it "
                            + "cannot be determined which test ran it.");
        }
        return agent.flatMap(AgentSettings::leavesOutLoaders)
                .map(setting -> "The JaCoCo agent leaves out class loaders (" + setting
                        + "), so nothing is known of what they load.");
    }

    /** Returns what the set-up ran, which is wiring at most: no test has run by then. */
    private Depth setUpDepth(TestClass test, Service service, ServiceCode parts, ExecutionDataStore setUp) {
        Depth depth = execution(test, service, parts, setUp).depth();
        return depth == Depth.CALLED ? Depth.WIRED : depth;
    }

    private Execution execution(TestClass test, Service service, ServiceCode parts, ExecutionDataStore hits) {
        if (parts.classes().stream().noneMatch(file -> hits.get(file.id()) != null)) {
            return new Execution(
                    test.name(),
                    service.name(),
                    service.module(),
                    Depth.NEVER_LOADED,
                    0,
                    linesOf.computeIfAbsent(parts, this::countLines),
                    List.of());
        }
        CoverageSum lines = new CoverageSum();
        Set<String> methods = new LinkedHashSet<>();
        Depth depth = Depth.NEVER_LOADED;
        boolean ownBusiness = false;
        for (ProductionClass file : parts.classes()) {
            IClassCoverage coverage = analysis.of(file, hits).orElse(null);
            if (coverage != null) {
                lines.add(coverage);
                MethodsRun run = MethodsRun.of(coverage, parts.handler(), startUp(test, service, file));
                methods.addAll(run.business());
                if (!parts.aside().contains(file.name())) {
                    depth = deeper(depth, run.depth());
                    ownBusiness |= run.hasBusiness();
                }
            }
            if (hits.get(file.id()) != null && !parts.aside().contains(file.name())) {
                depth = deeper(depth, Depth.LOADED);
            }
        }
        if (!ownBusiness && depth == Depth.WIRED) {
            List<String> inherited = inheritedRun(parts, hits);
            methods.addAll(inherited);
            depth = inherited.isEmpty() ? depth : Depth.CALLED;
        }
        Counter counted = lines.lines();
        return new Execution(
                test.name(),
                service.name(),
                service.module(),
                depth,
                counted.covered(),
                counted.total(),
                List.copyOf(methods));
    }

    /** A unit test that starts no application calls such a method itself; whoever makes beans handles no request. */
    private Set<String> startUp(TestClass test, Service service, ProductionClass file) {
        boolean routes = !service.routes().isEmpty();
        Set<String> making = routes ? beans.computeIfAbsent(file, StartUp::beans) : Set.of();
        if (test.kind() == TestKind.UNIT) {
            return making;
        }
        Set<String> starting = startUp.computeIfAbsent(file, ignored -> StartUp.methods(file, routes));
        return Stream.concat(making.stream(), starting.stream()).collect(Collectors.toSet());
    }

    private int countLines(ServiceCode parts) {
        CoverageSum lines = new CoverageSum();
        parts.classes().forEach(file -> analysis.of(file, NOTHING).ifPresent(lines::add));
        return lines.lines().total();
    }

    /** A service with no method of its own works through those that it inherits. */
    private List<String> inheritedRun(ServiceCode parts, ExecutionDataStore hits) {
        return parts.inherited().stream()
                .flatMap(file -> analysis.of(file, hits).stream())
                .flatMap(coverage -> MethodsRun.of(coverage, false).business().stream())
                .distinct()
                .toList();
    }

    private static Depth deeper(Depth one, Depth other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

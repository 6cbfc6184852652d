package dev.andon.internal.evidence;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.text.ClassNames;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is known of a build. Judging starts from it and reads nothing else. */
public final class BuildEvidence {
    private final Collected collected;
    private final List<TestClass> testClasses;
    private final List<KnownCanary> canaries;
    private final Set<String> canaryNames;
    private final Set<String> duplicateNames;
    private final Map<String, List<TestClass>> bySimpleName;
    private final Map<TestKind, List<TestClass>> byKind = new EnumMap<>(TestKind.class);
    private final Map<String, List<TestClass>> byName;
    private final List<TestClass> ofEngines;
    private final TestResults results;
    private final Set<String> undated;
    private final ServiceTestIndex serviceTests;

    /**
     * What was collected.
     *
     * @param inventory the services and test classes
     * @param runs what ran
     * @param links which test class reaches which service
     * @param assertions which test methods assert
     * @param executions which test class ran which service
     * @param coverage the coverage that the requirements ask for; empty where they ask for none
     * @param changes the changed lines; empty where nobody asked for them
     * @param buildIsOver whether all tests of this build have run: a test that has not run by now never runs
     * @param scope what is left out of judging
     * @param canaries what is known of the canaries
     * @param today the day on which the build is judged
     * @param testProofs what faults showed about the tests, by their kind
     * @param mayReach whether tests that cannot be read may reach a service, by the modules of both
     */
    public record Collected(
            Inventory inventory,
            TestRuns runs,
            List<Link> links,
            Assertions assertions,
            Executions executions,
            Optional<MeasuredCoverage> coverage,
            Optional<ChangedLines> changes,
            boolean buildIsOver,
            JudgedScope scope,
            CanaryEvidence canaries,
            LocalDate today,
            Map<TestKind, TestProofRecord> testProofs,
            BiPredicate<TestClass, Service> mayReach) {}

    public BuildEvidence(Collected collected) {
        this.collected = collected;
        this.testClasses = collected.inventory().testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .toList();
        this.canaries = canaries(collected);
        this.canaryNames = canaries.stream().map(KnownCanary::name).collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        this.duplicateNames = testClasses.stream()
                .map(TestClass::name)
                .distinct()
                .map(BuildEvidence::topLevelName)
                .filter(name -> !names.add(name))
                .collect(Collectors.toSet());
        this.bySimpleName =
                testClasses.stream().collect(Collectors.groupingBy(found -> ClassNames.simple(found.name())));
        this.byName = testClasses.stream().collect(Collectors.groupingBy(TestClass::name));
        this.ofEngines =
                testClasses.stream().filter(found -> found.engine() != null).toList();
        for (TestKind kind : TestKind.values()) {
            byKind.put(
                    kind, testClasses.stream().filter(found -> found.has(kind)).toList());
        }
        this.results = new TestResults(collected.runs());
        this.undated =
                collected.runs().undated().stream().map(ClassRun::className).collect(Collectors.toSet());
        this.serviceTests = new ServiceTestIndex(
                collected.links(),
                collected.executions().executions(),
                testClasses.stream()
                        .collect(Collectors.toMap(TestClass::name, testClass -> testClass, (first, second) -> first)));
    }

    /** A canary that is known both by its class and by a record counts once, by its class. */
    private static List<KnownCanary> canaries(Collected collected) {
        Map<String, KnownCanary> found = new TreeMap<>();
        collected.inventory().canaries().forEach(canary -> found.put(canary.name(), KnownCanary.of(canary)));
        collected.canaries().recorded().forEach(canary -> found.putIfAbsent(canary.name(), KnownCanary.of(canary)));
        return List.copyOf(found.values());
    }

    public Inventory inventory() {
        return collected.inventory();
    }

    public List<Service> services() {
        return collected.inventory().services();
    }

    /** Returns the test classes, canaries included and readiness classes not. */
    public List<TestClass> testClasses() {
        return testClasses;
    }

    /** Returns the test classes of a {@linkplain ClassNames#simple simple name}, of any package. */
    public List<TestClass> testClassesNamed(String simpleName) {
        return bySimpleName.getOrDefault(simpleName, List.of());
    }

    /** Returns the simple name of a test class, or the whole name where several have the same simple name. */
    public String shortName(String className) {
        return duplicateNames.contains(topLevelName(className))
                ? className.replace('$', '.')
                : ClassNames.simple(className);
    }

    private static String topLevelName(String className) {
        int nested = className.indexOf('$');
        return ClassNames.simple(nested < 0 ? className : className.substring(0, nested));
    }

    /** Returns the test classes that have tests of the kind. */
    public List<TestClass> testClasses(TestKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Returns the test classes of a kind that may be evidence for a service: what has nothing to do with it is left out. */
    public List<TestClass> testClasses(TestKind kind, Service service) {
        return Stream.concat(
                        serviceTests.named(service).stream()
                                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                                .filter(testClass -> testClass.engine() == null),
                        ofEngines.stream().filter(testClass -> mayReach(testClass, service)))
                .filter(testClass -> testClass.has(kind))
                .toList();
    }

    /** Returns the test classes of any kind that name, reach or run a service, by their names; not those that only mock it. */
    public List<TestClass> testClassesReaching(Service service) {
        return serviceTests.testClassesReaching(service).stream()
                .sorted()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private boolean mayReach(TestClass testClass, Service service) {
        return serviceTests.execution(service, testClass).isPresent()
                || collected.mayReach().test(testClass, service);
    }

    /** Returns the canaries of this build, and those that it knows from the records of other builds. */
    public List<KnownCanary> canaries() {
        return canaries;
    }

    public CanaryEvidence canaryEvidence() {
        return collected.canaries();
    }

    /** Returns what faults showed about the tests of a kind; empty where nobody asked. */
    public Optional<TestProofRecord> testProof(TestKind kind) {
        return Optional.ofNullable(collected.testProofs().get(kind));
    }

    public boolean isCanary(TestClass testClass) {
        return canaryNames.contains(testClass.name());
    }

    /** Returns how many test methods the canaries have that are in no test class of this build. */
    public long testsOfOtherCanaries() {
        Set<String> names = testClasses.stream().map(TestClass::name).collect(Collectors.toSet());
        return canaries.stream()
                .filter(canary -> !names.contains(canary.name()))
                .mapToLong(canary -> canary.inCode() == null
                        ? 1
                        : canary.inCode().enabledTests().size())
                .sum();
    }

    /** Returns the runs. */
    public TestResults results() {
        return results;
    }

    /** Returns which test classes reach or run which service. */
    public ServiceTestIndex serviceTests() {
        return serviceTests;
    }

    public boolean asserts(TestMethod method) {
        return collected.assertions().asserts(method);
    }

    public Assertions assertions() {
        return collected.assertions();
    }

    public Executions executions() {
        return collected.executions();
    }

    public Optional<MeasuredCoverage> coverage() {
        return collected.coverage();
    }

    public Optional<ChangedLines> changes() {
        return collected.changes();
    }

    public JudgedScope scope() {
        return collected.scope();
    }

    public boolean buildIsOver() {
        return collected.buildIsOver();
    }

    public LocalDate today() {
        return collected.today();
    }

    /** Returns what could not be read of the runs, each a sentence. */
    public List<String> problemsOfRuns() {
        return collected.runs().problems();
    }

    /** Returns why a test class left no result, where the build's files tell. */
    public Optional<NotRunReason> notRunReason(TestClass testClass) {
        return Optional.ofNullable(collected.runs().absences().get(testClass.name()));
    }

    /** Returns the test classes that a build runs. Canaries are not among them: they run where there is a target. */
    public List<TestClass> expected() {
        return testClasses.stream().filter(testClass -> !isCanary(testClass)).toList();
    }

    /** Returns the expected test classes that have not run. */
    public List<TestClass> notRun() {
        return expected().stream()
                .filter(testClass -> !results.hasRun(testClass))
                .toList();
    }

    /**
     * Returns those of them whose results may yet count, of one kind, or of any for null: they may still run, or the age of
     * their results is unknown.
     */
    public List<TestClass> mayStillCount(@Nullable TestKind kind) {
        return notRun().stream()
                .filter(testClass -> !buildIsOver() || isUndated(testClass))
                .filter(testClass -> kind == null || testClass.has(kind))
                .filter(BuildEvidence::anyEnabled)
                .toList();
    }

    /** Returns whether a test class has results of which it cannot be determined whether they are of the class files of today. */
    public boolean isUndated(TestClass testClass) {
        return undated.contains(testClass.name());
    }

    /** Returns whether the test class has a test that nothing disables. */
    public static boolean anyEnabled(TestClass testClass) {
        return testClass.anyEnabled();
    }
}

package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.formats.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The findings, arranged for the questions that judging asks. */
final class EvidenceIndex {
    private final BuildEvidence findings;
    private final List<TestClass> testClasses;
    private final Map<String, List<ClassRun>> runs = new HashMap<>();
    private final Map<String, List<TestRun>> testRuns = new HashMap<>();
    private final Map<String, List<Link>> links = new LinkedHashMap<>();
    private final Map<String, List<Execution>> executions = new LinkedHashMap<>();
    private final Map<String, TestClass> byName;
    private final List<KnownCanary> canaries;

    EvidenceIndex(BuildEvidence findings) {
        this.findings = findings;
        this.testClasses = findings.inventory().testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .toList();
        this.byName = testClasses.stream()
                .collect(Collectors.toMap(TestClass::name, testClass -> testClass, (first, second) -> first));
        this.canaries = canaries(findings);
        for (ClassRun run : findings.runs().classes()) {
            runs.computeIfAbsent(run.className(), name -> new ArrayList<>()).add(run);
            for (TestRun test : run.tests()) {
                testRuns.computeIfAbsent(key(test.className(), test.methodName()), name -> new ArrayList<>())
                        .add(test);
            }
        }
        findings.links()
                .forEach(link -> links.computeIfAbsent(key(link.module(), link.service()), name -> new ArrayList<>())
                        .add(link));
        findings.executions().executions().forEach(execution -> executions
                .computeIfAbsent(key(execution.module(), execution.service()), name -> new ArrayList<>())
                .add(execution));
    }

    /** One that is seen as a class and in a file is one canary. */
    private static List<KnownCanary> canaries(BuildEvidence findings) {
        Map<String, KnownCanary> found = new TreeMap<>();
        findings.inventory().canaries().forEach(canary -> found.put(canary.name(), KnownCanary.of(canary)));
        findings.canaries().recorded().forEach(canary -> found.putIfAbsent(canary.name(), KnownCanary.of(canary)));
        return List.copyOf(found.values());
    }

    private static String key(String of, String name) {
        return of + '#' + name;
    }

    /** Twins in two modules share their name alone. */
    private static String key(Service service) {
        return key(service.module(), service.name());
    }

    List<Service> services() {
        return findings.inventory().services();
    }

    List<TestClass> testClasses() {
        return testClasses;
    }

    /** The canaries of this build, and those that it knows from the records of others. */
    List<KnownCanary> canaries() {
        return canaries;
    }

    boolean isCanary(TestClass testClass) {
        return canaries.stream().anyMatch(canary -> canary.name().equals(testClass.name()));
    }

    /** The test classes that a build runs; a canary runs where there is a target, and is proven besides. */
    List<TestClass> expected() {
        return testClasses.stream().filter(testClass -> !isCanary(testClass)).toList();
    }

    /** How many test methods canaries have that are in no test class of this build. */
    long testsOfOtherCanaries() {
        return canaries.stream()
                .filter(canary -> !byName.containsKey(canary.name()))
                .mapToLong(canary -> canary.inCode() == null
                        ? 1
                        : canary.inCode().enabledTests().size())
                .sum();
    }

    boolean buildIsOver() {
        return findings.buildIsOver();
    }

    boolean executionsAvailable() {
        return findings.executions().available();
    }

    String executionsReason() {
        return findings.executions().reason();
    }

    /** Why nobody can see that service run, where the others can be seen. */
    Optional<String> untold(Service service) {
        return Optional.ofNullable(findings.executions().untold().get(service.name()));
    }

    boolean asserts(TestMethod method) {
        return findings.assertions().asserts(method);
    }

    List<Link> links(Service service) {
        return links.getOrDefault(key(service), List.of());
    }

    Optional<Link> link(Service service, TestClass testClass) {
        return links(service).stream()
                .filter(link -> link.testClass().equals(testClass.name()))
                .findFirst();
    }

    Optional<Execution> execution(Service service, TestClass testClass) {
        return executions.getOrDefault(key(service), List.of()).stream()
                .filter(execution -> execution.testClass().equals(testClass.name()))
                .findFirst();
    }

    /** The test classes that have anything to do with a service: linked to it or seen to run it, of any kind. */
    Set<TestClass> testClassesOf(Service service) {
        Set<TestClass> found = new LinkedHashSet<>();
        links(service).forEach(link -> add(found, link.testClass()));
        executions.getOrDefault(key(service), List.of()).stream()
                .filter(execution -> execution.depth() == Execution.Depth.CALLED)
                .forEach(execution -> add(found, execution.testClass()));
        return found;
    }

    private void add(Set<TestClass> found, String name) {
        TestClass testClass = byName.get(name);
        if (testClass != null) {
            found.add(testClass);
        }
    }

    List<TestClass> testClasses(TestKind kind) {
        return testClasses.stream()
                .filter(testClass -> testClass.kind() == kind)
                .toList();
    }

    /** Whether this build ran test classes by names that Failsafe includes and Surefire does not. */
    boolean runsInFailsafe() {
        return runs.keySet().stream().anyMatch(name -> name.endsWith("IT") || name.endsWith("ITCase"));
    }

    /** Why a test class left no result, where the build's files tell. */
    Optional<NotRunReason> absence(TestClass testClass) {
        return Optional.ofNullable(findings.runs().absences().get(testClass.name()));
    }

    boolean hasRun(TestClass testClass) {
        return runs.containsKey(testClass.name());
    }

    List<ClassRun> runs(TestClass testClass) {
        return runs.getOrDefault(testClass.name(), List.of());
    }

    /** Every test class that the class path has and no ledger or report names, though it should. */
    List<TestClass> notRun() {
        return expected().stream().filter(testClass -> !hasRun(testClass)).toList();
    }

    /** Those among them that this build may still run, of one kind, or of any for null. */
    List<TestClass> mayStillRun(@Nullable TestKind kind) {
        return buildIsOver()
                ? List.of()
                : notRun().stream()
                        .filter(testClass -> kind == null || testClass.kind() == kind)
                        .filter(EvidenceIndex::anyEnabled)
                        .toList();
    }

    static boolean anyEnabled(TestClass testClass) {
        return testClass.methods().stream().anyMatch(method -> method.disabled() == null);
    }

    List<TestRun> runs(TestMethod method) {
        return testRuns.getOrDefault(key(method.runsIn(), method.name()), List.of());
    }

    boolean passed(TestMethod method) {
        List<TestRun> of = runs(method);
        return of.stream().anyMatch(run -> run.outcome() == Outcome.SUCCESSFUL)
                && of.stream().noneMatch(run -> run.outcome() == Outcome.FAILED);
    }
}

package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Absence;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Findings;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.Outcome;
import dev.andon.internal.evidence.TestRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The findings, arranged for the questions that judging asks. */
final class Known {
    private final Findings findings;
    private final List<TestClass> testClasses;
    private final Map<String, List<ClassRun>> runs = new HashMap<>();
    private final Map<String, List<TestRun>> testRuns = new HashMap<>();
    private final Map<String, List<Link>> links = new LinkedHashMap<>();
    private final Map<String, List<Execution>> executions = new LinkedHashMap<>();
    private final Map<String, TestClass> byName;

    Known(Findings findings) {
        this.findings = findings;
        this.testClasses = findings.inventory().testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .toList();
        this.byName = testClasses.stream()
                .collect(Collectors.toMap(TestClass::name, testClass -> testClass, (first, second) -> first));
        for (ClassRun run : findings.runs().classes()) {
            runs.computeIfAbsent(run.className(), name -> new ArrayList<>()).add(run);
            for (TestRun test : run.tests()) {
                testRuns.computeIfAbsent(key(test.className(), test.methodName()), name -> new ArrayList<>())
                        .add(test);
            }
        }
        findings.links().forEach(link -> links.computeIfAbsent(link.service(), name -> new ArrayList<>())
                .add(link));
        findings.executions().executions().forEach(execution -> executions
                .computeIfAbsent(execution.service(), name -> new ArrayList<>())
                .add(execution));
    }

    private static String key(String className, String method) {
        return className + '#' + method;
    }

    List<Service> services() {
        return findings.inventory().services();
    }

    List<TestClass> testClasses() {
        return testClasses;
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

    boolean asserts(TestMethod method) {
        return findings.assertions().asserts(method);
    }

    List<Link> links(Service service) {
        return links.getOrDefault(service.name(), List.of());
    }

    Optional<Link> link(Service service, TestClass testClass) {
        return links(service).stream()
                .filter(link -> link.testClass().equals(testClass.name()))
                .findFirst();
    }

    Optional<Execution> execution(Service service, TestClass testClass) {
        return executions.getOrDefault(service.name(), List.of()).stream()
                .filter(execution -> execution.testClass().equals(testClass.name()))
                .findFirst();
    }

    /** The test classes that have anything to do with a service: linked to it or seen to run it, of any kind. */
    Set<TestClass> testClassesOf(Service service) {
        Set<TestClass> found = new LinkedHashSet<>();
        links(service).forEach(link -> add(found, link.testClass()));
        executions.getOrDefault(service.name(), List.of()).stream()
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

    /** Why a test class left no result, where the build's files tell. */
    Optional<Absence> absence(TestClass testClass) {
        return Optional.ofNullable(findings.runs().absences().get(testClass.name()));
    }

    boolean hasRun(TestClass testClass) {
        return runs.containsKey(testClass.name());
    }

    List<ClassRun> runs(TestClass testClass) {
        return runs.getOrDefault(testClass.name(), List.of());
    }

    /** Every test class that the class path has and no ledger or report names. */
    List<TestClass> notRun() {
        return testClasses.stream().filter(testClass -> !hasRun(testClass)).toList();
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

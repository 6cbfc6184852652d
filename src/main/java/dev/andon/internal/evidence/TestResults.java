package dev.andon.internal.evidence;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.formats.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs of a build, by test class and by test method. */
public final class TestResults {
    private final Map<String, List<ClassRun>> byClass = new HashMap<>();
    private final Map<String, List<TestRun>> byMethod = new HashMap<>();

    TestResults(TestRuns runs) {
        for (ClassRun run : runs.classes()) {
            byClass.computeIfAbsent(run.className(), name -> new ArrayList<>()).add(run);
            for (TestRun test : run.tests()) {
                byMethod.computeIfAbsent(key(test.className(), test.methodName()), name -> new ArrayList<>())
                        .add(test);
            }
        }
    }

    private static String key(String className, String method) {
        return className + '#' + method;
    }

    /** Returns whether this build ran the test class. */
    public boolean hasRun(TestClass testClass) {
        return byClass.containsKey(testClass.name());
    }

    /** Returns whether this build left no result at all. */
    public boolean isEmpty() {
        return byClass.isEmpty();
    }

    /** Returns the runs of a test class. */
    public List<ClassRun> of(TestClass testClass) {
        return byClass.getOrDefault(testClass.name(), List.of());
    }

    /** Returns the runs of a test method. */
    public List<TestRun> of(TestMethod method) {
        return byMethod.getOrDefault(key(method.runsIn(), method.name()), List.of());
    }

    /** Returns whether the test method ran, and no run of it failed. */
    public boolean passed(TestMethod method) {
        List<TestRun> runs = of(method);
        return runs.stream().anyMatch(run -> run.outcome() == Outcome.SUCCESSFUL)
                && runs.stream().noneMatch(run -> run.outcome() == Outcome.FAILED);
    }

    /** Returns whether tests of the class ran, and none of them failed. */
    public boolean passed(TestClass testClass) {
        List<TestRun> tests =
                of(testClass).stream().flatMap(run -> run.tests().stream()).toList();
        return tests.stream().anyMatch(test -> test.outcome() == Outcome.SUCCESSFUL)
                && tests.stream().noneMatch(test -> test.outcome() == Outcome.FAILED)
                && of(testClass).stream().noneMatch(run -> run.outcome() == Outcome.FAILED);
    }

    /** Returns whether a test class ran whose name Failsafe includes and Surefire does not. */
    public boolean failsafeRan() {
        return byClass.keySet().stream().anyMatch(name -> name.endsWith("IT") || name.endsWith("ITCase"));
    }
}

package dev.andon.internal.prove;

import dev.andon.internal.prove.agent.Observation;
import dev.andon.internal.prove.worker.SingleTestRun;
import dev.andon.internal.prove.worker.TestsRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What two runs of all chosen tests showed, in which nothing was injected. The first starts the application. The second
 * shows what a test does when it runs again, as it will under each fault: how long it takes, which methods it calls, and
 * whether it passes at all.
 */
final class TestControlRuns {

    private final Map<String, SingleTestRun> first = new LinkedHashMap<>();
    private final Map<String, SingleTestRun> second = new LinkedHashMap<>();
    private final Map<String, Long> firstMillis = new HashMap<>();
    private final Map<String, Long> secondMillis = new HashMap<>();
    private final Map<Integer, Set<String>> reached = new TreeMap<>();
    private final Set<Integer> reachedAtFirst = new HashSet<>();
    private final Map<Integer, Observation> observations = new HashMap<>();
    private final Map<Integer, String> obstacles = new HashMap<>();
    private final Map<String, String> leftOut = new TreeMap<>();
    private final Set<String> unrun = new LinkedHashSet<>();

    /** Takes in what the first run of a class showed. */
    void first(String testClass, TestsRun run) {
        take(testClass, run, first, firstMillis);
        reachedAtFirst.addAll(run.reached().keySet());
    }

    /** Takes in what a class called that had to be ended; how its tests ended says nothing. */
    void cutFirst(TestsRun run) {
        reachedAtFirst.addAll(run.reached().keySet());
        obstacles.putAll(run.obstacles());
    }

    /** Takes in what the second run of a class showed. */
    void second(String testClass, TestsRun run) {
        take(testClass, run, second, secondMillis);
        run.reached().forEach((probe, in) -> reached.computeIfAbsent(probe, number -> new LinkedHashSet<>())
                .addAll(in));
    }

    private void take(String testClass, TestsRun run, Map<String, SingleTestRun> tests, Map<String, Long> millis) {
        run.tests().forEach(test -> tests.put(test.id(), test));
        run.classMillis().forEach((name, took) -> millis.merge(name, took, Long::sum));
        run.observations().forEach((probe, seen) -> observations.merge(probe, seen, Observation::and));
        obstacles.putAll(run.obstacles());
        String when =
                tests == first ? "in the control run" : "in the second control run, though it passed in the first";
        run.tests().stream()
                .filter(SingleTestRun::failed)
                .forEach(test -> leftOut.putIfAbsent(test.name(), "failed " + when + ": " + test.failure()));
        if (run.hung() || run.timedOut()) {
            leftOut.put(testClass, "did not end " + when);
        } else if (!run.problem().isEmpty()) {
            leftOut.put(testClass, "could not be run to its end " + when + ": " + run.problem());
        }
    }

    /** Leaves a test out from now on. */
    void leaveOut(String test, String reason) {
        leftOut.putIfAbsent(test, reason);
    }

    /** Leaves a class out for which there was no time. */
    void leaveOutUnrun(String testClass, String reason) {
        leftOut.put(testClass, reason);
        unrun.add(testClass);
    }

    /** Returns the classes for which there was no time. */
    List<String> unrun() {
        return List.copyOf(unrun);
    }

    /** Returns the tests and classes that are left out, with the reasons. */
    Map<String, String> leftOut() {
        return leftOut;
    }

    boolean isLeftOut(String testClass, String test) {
        return leftOut.containsKey(testClass) || leftOut.containsKey(test);
    }

    /** Returns the tests that can prove something. */
    List<ReachingTest> tests() {
        List<ReachingTest> tests = new ArrayList<>();
        second.values().stream()
                .filter(test -> test.end() == SingleTestRun.End.PASSED)
                .filter(test -> !isLeftOut(test.testClass(), test.name()))
                .forEach(test -> tests.add(
                        new ReachingTest(test.id(), test.name(), test.testClass(), Math.max(1, test.millis()))));
        return tests;
    }

    /** Returns the tests that called a method, the fastest first. */
    List<ReachingTest> reaching(int probe) {
        Set<String> in = reached.getOrDefault(probe, Set.of());
        return tests().stream()
                .filter(test -> in.contains(test.id()) || in.contains(test.testClass()))
                .sorted(Comparator.comparingLong(ReachingTest::millis).thenComparing(ReachingTest::name))
                .toList();
    }

    /** Returns whether a method was called in the first run alone. */
    boolean onlyAtFirst(int probe) {
        return reachedAtFirst.contains(probe) && !reached.containsKey(probe);
    }

    /** Returns why no fault can be injected into a method; empty where one can, or where its class was never loaded. */
    String obstacle(int probe) {
        return obstacles.getOrDefault(probe, "");
    }

    Observation observation(int probe) {
        return observations.getOrDefault(probe, Observation.NONE);
    }

    /** Returns how long the tests take together, with what runs once for their classes. */
    long millis(Collection<ReachingTest> tests) {
        Set<String> classes = new HashSet<>();
        long sum = 0;
        for (ReachingTest test : tests) {
            sum += test.millis();
            if (classes.add(test.testClass())) {
                sum += around(test.testClass());
            }
        }
        return sum;
    }

    private long around(String testClass) {
        long own = second.values().stream()
                .filter(test -> test.testClass().equals(testClass))
                .mapToLong(SingleTestRun::millis)
                .sum();
        return Math.max(0, secondMillis.getOrDefault(testClass, 0L) - own);
    }

    /** Returns how long tests may take in a JVM in which nothing has started yet. */
    long startMillis() {
        return firstMillis.values().stream().mapToLong(took -> took).max().orElse(0);
    }
}

package dev.andon.internal.prove.worker;

import dev.andon.internal.prove.agent.Observation;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the worker answers.
 *
 * @param tests how each test ended
 * @param classMillis how long each class took, with what runs once for the class
 * @param reached the tests in which each probed method was called; a class's binary name stands for what runs once for it
 * @param acted the same of the fault that was injected
 * @param observations what was seen of the methods, in a control run
 * @param obstacles why methods have no probe, in a control run; only those of classes that were loaded
 * @param hung whether the tests did not end, not even when they were interrupted
 * @param timedOut whether they had to be ended
 * @param broken whether the JVM ran out of memory or failed otherwise, so that it cannot be trusted any more
 * @param problem why nothing could be run; empty where it could
 */
public record TestsRun(
        List<SingleTestRun> tests,
        Map<String, Long> classMillis,
        Map<Integer, Set<String>> reached,
        Set<String> acted,
        Map<Integer, Observation> observations,
        Map<Integer, String> obstacles,
        boolean hung,
        boolean timedOut,
        boolean broken,
        String problem)
        implements Serializable {

    /** Returns what is known where the JVM gave no answer. */
    public static TestsRun without(String problem, boolean hung) {
        return new TestsRun(List.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), hung, false, true, problem);
    }
}

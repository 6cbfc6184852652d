package dev.andon.internal.prove.worker;

import dev.andon.internal.prove.agent.Injection;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the worker to run tests.
 *
 * @param classes the binary names of test classes to run whole
 * @param tests the unique ids of single tests
 * @param probe the method that the fault is injected into; -1 for a control run
 * @param injection what the fault does; null in a control run
 * @param timeoutMillis after how long the tests are ended
 */
public record RunTests(
        List<String> classes,
        List<String> tests,
        int probe,
        @Nullable Injection injection,
        long timeoutMillis) implements Serializable {

    /** Asks for a run in which nothing is injected. */
    public static RunTests control(List<String> classes, List<String> tests, long timeoutMillis) {
        return new RunTests(classes, tests, -1, null, timeoutMillis);
    }
}

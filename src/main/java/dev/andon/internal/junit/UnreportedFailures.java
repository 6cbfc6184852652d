package dev.andon.internal.junit;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.JUnitException;

/**
 * Remembers the readiness classes whose failing results never became failed tests, though their checks were asked for: an
 * overriding method or a filter must not silence a violation.
 */
public final class UnreportedFailures {

    /** Shared by the running tests and the end of their session. */
    public static final UnreportedFailures OF_THIS_JVM = new UnreportedFailures();

    private final Map<String, Long> failing = new TreeMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** Records that the results of a class were asked for and how many fail; forgets an earlier run of the class. */
    public synchronized void asked(String readinessClass, long failures) {
        reported.remove(readinessClass);
        failing.remove(readinessClass);
        if (failures > 0) {
            failing.put(readinessClass, failures);
        }
    }

    /** Records that a failing result became a failed test. */
    public void reported(String readinessClass) {
        reported.add(readinessClass);
    }

    /**
     * Called at the end of a session; forgets what was recorded.
     *
     * @throws JUnitException that names the classes with unreported failures
     */
    public synchronized void failIfAny() {
        Map<String, Long> silent = new TreeMap<>(failing);
        silent.keySet().removeAll(reported);
        failing.clear();
        reported.clear();
        if (silent.isEmpty()) {
            return;
        }
        ArrayList<String> classes = new ArrayList<>();
        silent.forEach((name, results) -> classes.add(name + " (" + results + ")"));
        JUnitException failure = new JUnitException(
                "results fail that no test reported, of " + String.join(", ", classes)
                        + ": do not override ReadinessChecks.readiness, nor filter its tests; report.json names the results.");
        failure.setStackTrace(new StackTraceElement[0]);
        throw failure;
    }
}

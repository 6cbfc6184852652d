package dev.andon.internal.junit;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.JUnitException;

/**
 * The readiness classes whose failing rows JUnit was told nothing of, though their checks were asked for: what comes
 * between the rows and JUnit must not turn a violation into silence.
 */
public final class UnreportedFailures {

    /** What the running tests and the end of their session share. */
    public static final UnreportedFailures OF_THIS_JVM = new UnreportedFailures();

    private final Map<String, Long> failing = new TreeMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** The rows of a class were asked for, and so many fail; what was known of an earlier run of it is forgotten. */
    public synchronized void asked(String readinessClass, long failingRows) {
        told.remove(readinessClass);
        failing.remove(readinessClass);
        if (failingRows > 0) {
            failing.put(readinessClass, failingRows);
        }
    }

    /** JUnit was told of a failing row. */
    public void told(String readinessClass) {
        told.add(readinessClass);
    }

    /**
     * Asks at the end of a session; what was found is then forgotten.
     *
     * @throws JUnitException that names the classes found so far
     */
    public synchronized void failIfAny() {
        Map<String, Long> silent = new TreeMap<>(failing);
        silent.keySet().removeAll(told);
        failing.clear();
        told.clear();
        if (silent.isEmpty()) {
            return;
        }
        ArrayList<String> classes = new ArrayList<>();
        silent.forEach((name, rows) -> classes.add(name + " (" + rows + ")"));
        JUnitException failure = new JUnitException("rows fail that no test reported, of " + String.join(", ", classes)
                + ": do not override ReadinessChecks.readiness, nor filter its tests; report.json names the rows.");
        failure.setStackTrace(new StackTraceElement[0]);
        throw failure;
    }
}

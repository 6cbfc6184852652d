package dev.andon.internal.prove.worker;

import dev.andon.internal.prove.worker.SingleTestRun.End;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Notes how tests end, all invocations of a method as one. */
final class TestRunListener implements TestExecutionListener {

    private static final int LONGEST = 300;

    private final Consumer<String> runs;
    private final Map<String, SingleTestRun> ended = new LinkedHashMap<>();
    private final Map<String, Long> classMillis = new LinkedHashMap<>();
    private final Map<String, Long> begun = new LinkedHashMap<>();
    private boolean broken;
    private @Nullable TestPlan plan;

    /**
     * Makes a listener.
     *
     * @param runs gets what begins to run: a test's unique id, or a class's name
     */
    TestRunListener(Consumer<String> runs) {
        this.runs = runs;
    }

    synchronized List<SingleTestRun> tests() {
        return List.copyOf(ended.values());
    }

    synchronized Map<String, Long> classMillis() {
        return Map.copyOf(classMillis);
    }

    synchronized boolean isBroken() {
        return broken;
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public synchronized void executionStarted(TestIdentifier identifier) {
        begun.put(identifier.getUniqueId(), System.nanoTime());
        TestIdentifier test = test(identifier);
        if (test != null) {
            runs.accept(test.getUniqueId());
        } else if (isClass(identifier)) {
            runs.accept(topClass(identifier));
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
        TestIdentifier test = test(identifier);
        if (test != null) {
            note(test, End.SKIPPED, 0, "");
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Long start = begun.remove(identifier.getUniqueId());
        long millis = start == null ? 0 : (System.nanoTime() - start) / 1_000_000;
        Throwable thrown = result.getThrowable().orElse(null);
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        broken |= failed && hasVirtualMachineError(thrown);
        TestIdentifier test = test(identifier);
        if (test != null) {
            boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            if (failed || identifier.isTest() || !passed) {
                note(test, failed ? End.FAILED : passed ? End.PASSED : End.SKIPPED, millis, failed ? line(thrown) : "");
            } else {
                addTime(test, millis);
            }
            return;
        }
        if (isClass(identifier) && topClass(identifier).equals(className(identifier))) {
            classMillis.merge(topClass(identifier), millis, Long::sum);
        }
        if (failed) {
            note(identifier, End.FAILED, millis, line(thrown));
            testsBelow(identifier).forEach(below -> {
                if (!ended.containsKey(below.getUniqueId())) {
                    note(below, End.FAILED, 0, line(thrown));
                }
            });
        }
        if (isClass(identifier)) {
            runs.accept(topClass(identifier));
        }
    }

    private void note(TestIdentifier test, End end, long millis, String failure) {
        SingleTestRun before = ended.get(test.getUniqueId());
        End worst = before == null || before.end() == End.SKIPPED || end == End.FAILED ? end : before.end();
        ended.put(
                test.getUniqueId(),
                new SingleTestRun(
                        test.getUniqueId(),
                        name(test),
                        topClass(test),
                        worst,
                        millis + (before == null ? 0 : before.millis()),
                        before == null || before.failure().isEmpty() ? failure : before.failure()));
    }

    /** Of a method with several invocations, whose own time is there already: what it took besides. */
    private void addTime(TestIdentifier test, long millis) {
        SingleTestRun before = ended.get(test.getUniqueId());
        if (before != null && before.millis() < millis) {
            note(test, before.end(), millis - before.millis(), "");
        }
    }

    /** The outermost method that it belongs to; itself where an engine has tests that are no methods. */
    private @Nullable TestIdentifier test(TestIdentifier identifier) {
        TestIdentifier found = identifier.isTest() ? identifier : null;
        TestPlan current = plan;
        Optional<TestIdentifier> at = Optional.of(identifier);
        while (at.isPresent()) {
            if (at.get().getSource().orElse(null) instanceof MethodSource) {
                found = at.get();
            }
            at = current == null ? Optional.empty() : current.getParent(at.get());
        }
        return found;
    }

    private List<TestIdentifier> testsBelow(TestIdentifier container) {
        List<TestIdentifier> below = new ArrayList<>();
        TestPlan current = plan;
        if (current != null) {
            for (TestIdentifier one : current.getDescendants(container)) {
                TestIdentifier test = test(one);
                if (test != null && !below.contains(test)) {
                    below.add(test);
                }
            }
        }
        return below;
    }

    private static boolean isClass(TestIdentifier identifier) {
        return identifier.getSource().orElse(null) instanceof ClassSource;
    }

    private static String className(TestIdentifier identifier) {
        return identifier.getSource().orElse(null) instanceof ClassSource of ? of.getClassName() : "";
    }

    private String topClass(TestIdentifier identifier) {
        String top = identifier.getSource().orElse(null) instanceof MethodSource of ? of.getClassName() : "";
        TestPlan current = plan;
        Optional<TestIdentifier> at = Optional.of(identifier);
        while (at.isPresent()) {
            top = isClass(at.get()) ? className(at.get()) : top;
            at = current == null ? Optional.empty() : current.getParent(at.get());
        }
        return top;
    }

    private String name(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof MethodSource of) {
            return of.getClassName() + "#" + of.getMethodName();
        }
        return isClass(test) ? className(test) : topClass(test) + "#" + test.getDisplayName();
    }

    private static boolean hasVirtualMachineError(@Nullable Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof VirtualMachineError && !(at instanceof StackOverflowError)) {
                return true;
            }
        }
        return false;
    }

    /** The error and its deepest cause: a framework's error says that the application did not start, and its cause why. */
    private static String line(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "failed";
        }
        Throwable deepest = thrown;
        for (int i = 0; i < 50 && deepest.getCause() != null; i++) {
            deepest = deepest.getCause();
        }
        return deepest == thrown ? text(thrown) : text(thrown) + "; caused by " + text(deepest);
    }

    private static String text(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        String text = thrown.getClass().getName() + (message.isEmpty() ? "" : ": " + message);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}

package dev.andon.internal.prove;

import dev.andon.internal.prove.agent.Injection;
import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.SingleTestRun;
import dev.andon.internal.prove.worker.TestsRun;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries faults on tests, so that what one fault leaves behind is never blamed on the next.
 *
 * <p>A red test counts only where the same tests passed without a fault directly before, and no fault was injected since. As
 * most faults are detected by the first test, that control run comes before the tests of the next fault once a fault was
 * detected; otherwise it comes after a red one, and the tests run under the fault again. Where the control run is red, the
 * JVM is replaced; what is red there too is left out from then on, and named. Tests that only take too long, and a JVM that
 * ends, count when that happens twice.
 */
final class MethodFaultTrial {

    /** How tests under a fault ended. */
    enum End {
        RED,
        GREEN,
        /** Red, though the fault did not act. */
        UNRELATED,
        /** None of the tests passes without a fault any more. */
        NO_TESTS
    }

    /**
     * What came of trying.
     *
     * @param end how it ended
     * @param by what failed
     * @param acted whether the fault acted
     */
    record Trial(End end, String by, boolean acted) {}

    private static final long SLACK_MILLIS = 2_000;
    private static final long START_MILLIS = 30_000;

    private final TestRunSession session;
    private final TestControlRuns control;
    private final Set<String> clean = new HashSet<>();
    private final Set<String> wholeClasses = new HashSet<>();
    /** Most faults are detected, so that the first one begins like one after a red one. */
    private boolean lastWasRed = true;

    private int executions;
    private long neededMillis;

    MethodFaultTrial(TestRunSession session, TestControlRuns control) {
        this.session = session;
        this.control = control;
    }

    int executions() {
        return executions;
    }

    /** Returns how long the tests that ran under faults take without. */
    long neededMillis() {
        return neededMillis;
    }

    /**
     * Runs tests of one class under a fault.
     *
     * @param tests the tests that called the method in the control run
     */
    Trial tryOn(List<ReachingTest> tests, int probe, Injection injection) {
        List<ReachingTest> now = usable(tests);
        if (lastWasRed && !isClean(now)) {
            now = passing(now);
        }
        if (now.isEmpty()) {
            return new Trial(End.NO_TESTS, "", false);
        }
        boolean counts = isClean(now);
        TestsRun run = underFault(now, probe, injection);
        if (isRed(run, now) && (!counts || isDoubtful(run))) {
            now = passing(now);
            if (now.isEmpty()) {
                return new Trial(End.NO_TESTS, "", false);
            }
            run = underFault(now, probe, injection);
        }
        boolean silent = run.hung() || !run.problem().isEmpty();
        boolean acted = silent || !run.acted().isEmpty();
        lastWasRed = isRed(run, now);
        End end = !lastWasRed ? End.GREEN : acted ? End.RED : End.UNRELATED;
        return new Trial(end, end == End.GREEN ? "" : by(run, now), acted);
    }

    /** No test failed, and a busy machine or an earlier fault may have caused what happened: it counts when it happens again. */
    private static boolean isDoubtful(TestsRun run) {
        return run.hung() || run.timedOut() || !run.problem().isEmpty();
    }

    private List<ReachingTest> usable(List<ReachingTest> tests) {
        return tests.stream()
                .filter(test -> !control.isLeftOut(test.testClass(), test.name()))
                .toList();
    }

    private boolean isClean(Collection<ReachingTest> tests) {
        return tests.stream().allMatch(test -> clean.contains(test.id()));
    }

    private TestsRun underFault(List<ReachingTest> tests, int probe, Injection injection) {
        clean.clear();
        executions++;
        neededMillis += control.millis(tests);
        return run(tests, probe, injection);
    }

    private TestsRun run(List<ReachingTest> tests, int probe, @Nullable Injection injection) {
        Set<String> whole = tests.stream()
                .map(ReachingTest::testClass)
                .filter(wholeClasses::contains)
                .collect(Collectors.toSet());
        List<String> single = tests.stream()
                .filter(test -> !whole.contains(test.testClass()))
                .map(ReachingTest::id)
                .toList();
        long own = whole.isEmpty()
                ? control.millis(tests)
                : control.millis(control.tests().stream()
                        .filter(test -> whole.contains(test.testClass()))
                        .toList());
        long start = session.isFresh() ? START_MILLIS + control.startMillis() : 0;
        return session.run(new RunTests(List.copyOf(whole), single, probe, injection, limit(own + start)));
    }

    static long limit(long ownMillis) {
        return 3 * ownMillis + SLACK_MILLIS;
    }

    /** Returns those of the tests that pass without a fault now. */
    private List<ReachingTest> passing(List<ReachingTest> tests) {
        if (passes(tests) || passWithTheirClasses(tests)) {
            return tests;
        }
        session.replace();
        if (passes(tests) || passWithTheirClasses(tests)) {
            return tests;
        }
        TestsRun run = run(tests, -1, null);
        tests.forEach(test -> failure(run, test)
                .or(() -> passed(run, test) ? Optional.empty() : Optional.of("it did not run"))
                .ifPresent(failure -> control.leaveOut(
                        test.name(),
                        "fails without a fault since faults were injected, also in a new JVM, by what they left behind "
                                + "or because it is not stable: " + failure)));
        List<ReachingTest> left = usable(tests);
        left.forEach(test -> clean.add(test.id()));
        return left;
    }

    /** Tests may build on others of their class, which then have to run too. */
    private boolean passWithTheirClasses(List<ReachingTest> tests) {
        Set<String> added = tests.stream()
                .map(ReachingTest::testClass)
                .filter(name -> !wholeClasses.contains(name))
                .collect(Collectors.toSet());
        wholeClasses.addAll(added);
        boolean pass = !added.isEmpty() && passes(tests);
        if (!pass) {
            wholeClasses.removeAll(added);
        }
        return pass;
    }

    private boolean passes(List<ReachingTest> tests) {
        TestsRun run = run(tests, -1, null);
        if (isRed(run, tests) || !tests.stream().allMatch(test -> passed(run, test))) {
            return false;
        }
        tests.forEach(test -> clean.add(test.id()));
        return true;
    }

    private static boolean passed(TestsRun run, ReachingTest test) {
        return run.tests().stream()
                .anyMatch(one -> one.id().equals(test.id()) && one.end() == SingleTestRun.End.PASSED);
    }

    private boolean isRed(TestsRun run, List<ReachingTest> tests) {
        return run.hung()
                || run.timedOut()
                || !run.problem().isEmpty()
                || tests.stream().anyMatch(test -> failure(run, test).isPresent());
    }

    /** By its own failure, or by that of its class outside of its tests. */
    private static Optional<String> failure(TestsRun run, ReachingTest test) {
        if (run.hung() || run.timedOut()) {
            return Optional.of("did not end");
        }
        if (!run.problem().isEmpty()) {
            return Optional.of(run.problem());
        }
        return run.tests().stream()
                .filter(SingleTestRun::failed)
                .filter(one -> one.id().equals(test.id()) || one.name().equals(test.testClass()))
                .map(SingleTestRun::failure)
                .findFirst();
    }

    private static String by(TestsRun run, List<ReachingTest> tests) {
        return tests.stream()
                .filter(test -> failure(run, test).isPresent())
                .map(ReachingTest::name)
                .findFirst()
                .orElse("");
    }
}

package dev.andon.internal.prove;

import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.TestsRun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs all test classes without a fault, so that one that hangs costs its own result alone. */
final class ControlRunner {

    private final TestRunSession session;
    private final ControlTime time;
    private final TestControlRuns control;
    private long longest;

    ControlRunner(TestRunSession session, ControlTime time, TestControlRuns control) {
        this.session = session;
        this.time = time;
        this.control = control;
    }

    /** Runs all for the first time; a class that does not end in its share is tried once more after all others. */
    void first(List<String> testClasses) {
        Deque<String> waiting = new ArrayDeque<>(testClasses);
        Map<String, Long> tried = new HashMap<>();
        int cut = 0;
        while (!waiting.isEmpty() && session.cannotStart().isEmpty()) {
            String testClass = waiting.remove();
            long before = tried.getOrDefault(testClass, 0L);
            long share = before > 0 ? time.shareOnceMore() : time.shareOfFirst(waiting.size(), longest, cut);
            if (before > 0 && share < 2 * before) {
                leaveOut(testClass, before);
                continue;
            }
            if (share == 0) {
                control.leaveOutUnrun(testClass, time.notRun());
                continue;
            }
            long begin = time.elapsedNanos();
            TestsRun run = session.run(RunTests.control(List.of(testClass), List.of(), share));
            if (!run.hung() && !run.timedOut()) {
                cut = 0;
                longest = Math.max(longest, (time.elapsedNanos() - begin) / 1_000_000);
                control.first(testClass, run);
                continue;
            }
            cut++;
            control.cutFirst(run);
            if (before == 0 && time.shareOnceMore() >= 2 * share) {
                tried.put(testClass, share);
                waiting.add(testClass);
            } else {
                leaveOut(testClass, share);
            }
        }
    }

    /** Runs those for the second time that passed once. */
    void second(List<String> testClasses) {
        int waiting = testClasses.size();
        for (String testClass : testClasses) {
            waiting--;
            long share = time.shareOfSecond(waiting, longest);
            if (share == 0) {
                control.leaveOutUnrun(testClass, time.notRun());
                continue;
            }
            TestsRun run = session.run(RunTests.control(List.of(testClass), List.of(), share));
            control.second(testClass, run);
            if (run.hung() || run.timedOut()) {
                leaveOut(testClass, share);
            }
        }
    }

    private void leaveOut(String testClass, long share) {
        control.leaveOutUnrun(testClass, ControlTime.notEnded(share));
    }
}

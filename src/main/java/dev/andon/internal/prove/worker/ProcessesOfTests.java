package dev.andon.internal.prove.worker;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends the processes that tests started, where this JVM is stopped before the application could do so. */
final class ProcessesOfTests {

    /** How long an application gets to stop what it started; shorter than what this JVM gets for all of its end. */
    private static final long PATIENCE_MILLIS = 2_000;

    private volatile boolean left;

    private ProcessesOfTests() {}

    /** Ends them when this JVM ends, by Ctrl-C too. */
    static ProcessesOfTests endWithThisJvm() {
        ProcessesOfTests processes = new ProcessesOfTests();
        Runtime.getRuntime().addShutdownHook(new Thread(processes::end, "andon-proof-processes"));
        return processes;
    }

    /** Leaves them to the JVM that started this one, which waits for the end of this one first. */
    void leave() {
        left = true;
    }

    private void end() {
        if (left) {
            return;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        List<ProcessHandle> alive = alive();
        try {
            while (!alive.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
                alive = alive();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        alive.forEach(ProcessHandle::destroyForcibly);
    }

    private static List<ProcessHandle> alive() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}

package dev.andon.internal.prove;

import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.TestsRun;

/** Runs tests, with a fault or without. */
interface TestRunSession extends AutoCloseable {

    /** Runs tests. */
    TestsRun run(RunTests command);

    /** Returns whether the next run starts the application. */
    boolean isFresh();

    /** Returns why no further test can be run; empty as long as one can. */
    default String cannotStart() {
        return "";
    }

    /** Makes the next run a fresh one. */
    void replace();

    @Override
    void close();
}

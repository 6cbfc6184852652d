package dev.andon.internal.prove;

import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.TestsRun;
import dev.andon.internal.prove.worker.WorkerSetup;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Runs tests in a JVM of their own; where it hangs or dies, the next run is in a new one. */
final class JvmSession implements TestRunSession {

    private static final int MOST_FAILED_STARTS = 2;

    private final ProofEnvironment environment;
    private final Path agent;
    private final WorkerSetup setup;
    private @Nullable WorkerProcess worker;
    private String cannotStart = "";
    private int failedStarts;

    JvmSession(ProofEnvironment environment, Path agent, WorkerSetup setup) {
        this.environment = environment;
        this.agent = agent;
        this.setup = setup;
    }

    @Override
    public boolean isFresh() {
        return worker == null;
    }

    /** A JVM that did not start twice does not start for the next test either. */
    @Override
    public String cannotStart() {
        return cannotStart;
    }

    @Override
    public TestsRun run(RunTests command) {
        WorkerProcess current = worker;
        if (current == null) {
            if (!cannotStart.isEmpty()) {
                return TestsRun.without(cannotStart, false);
            }
            try {
                current = WorkerProcess.start(environment, agent, setup);
            } catch (IOException failed) {
                String reason = String.valueOf(failed.getMessage());
                cannotStart = ++failedStarts < MOST_FAILED_STARTS ? "" : reason;
                return TestsRun.without(reason, false);
            }
            worker = current;
            failedStarts = 0;
        }
        TestsRun run = current.run(command);
        if (run.hung() || run.broken()) {
            replace(current);
        }
        return run;
    }

    @Override
    public void replace() {
        WorkerProcess current = worker;
        if (current != null) {
            worker = null;
            current.close();
        }
    }

    private void replace(WorkerProcess hung) {
        worker = null;
        hung.kill();
    }

    @Override
    public void close() {
        replace();
    }
}

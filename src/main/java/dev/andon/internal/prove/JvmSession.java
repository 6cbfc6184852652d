package dev.andon.internal.prove;

import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.TestsRun;
import dev.andon.internal.prove.worker.WorkerSetup;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Runs tests in a JVM of their own; where it hangs or dies, the next run is in a new one. */
final class JvmSession implements TestRunSession {

    private final ProofEnvironment environment;
    private final Path agent;
    private final WorkerSetup setup;
    private @Nullable WorkerProcess worker;

    JvmSession(ProofEnvironment environment, Path agent, WorkerSetup setup) {
        this.environment = environment;
        this.agent = agent;
        this.setup = setup;
    }

    @Override
    public boolean isFresh() {
        return worker == null;
    }

    @Override
    public TestsRun run(RunTests command) {
        WorkerProcess current = worker;
        if (current == null) {
            try {
                current = WorkerProcess.start(environment, agent, setup);
            } catch (IOException failed) {
                return TestsRun.without(String.valueOf(failed.getMessage()), false);
            }
            worker = current;
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

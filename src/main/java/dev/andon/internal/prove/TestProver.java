package dev.andon.internal.prove;

import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.prove.agent.ProbedMethod;
import dev.andon.internal.prove.worker.WorkerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** Proves tests: runs them without a fault, then injects one fault at a time, and sees whether they turn red. */
public final class TestProver {

    private TestProver() {}

    /** Proves the tests of the plan in a JVM of its own; returns when that JVM has ended. */
    public static TestProof prove(ProofPlan plan, ProofEnvironment environment, ProofProgress progress) {
        Path agent;
        try {
            agent = AgentJar.write(environment.output().resolve("proof"), environment.classPath());
        } catch (IOException failed) {
            return ProofResults.undecided(plan, "the agent cannot be written: " + failed.getMessage());
        }
        deleteWithThisJvm(agent);
        WorkerSetup setup = new WorkerSetup(environment.properties(), probed(plan.candidates()));
        try (JvmSession session = new JvmSession(environment, agent, setup)) {
            return prove(plan, session, progress, System::nanoTime);
        } finally {
            delete(agent);
        }
    }

    /**
     * Proves tests in a session.
     *
     * @param nanos the clock for control runs
     */
    static TestProof prove(ProofPlan plan, TestRunSession session, ProofProgress progress, LongSupplier nanos) {
        TestControlRuns control = new TestControlRuns();
        ControlTime time = new ControlTime(plan.budget(), nanos);
        ControlRunner runner = new ControlRunner(session, time, control);
        runner.first(plan.testClasses());
        if (!session.cannotStart().isEmpty()) {
            return ProofResults.undecided(plan, session.cannotStart());
        }
        long started = time.elapsedNanos();
        runner.second(plan.testClasses().stream()
                .filter(testClass -> !control.leftOut().containsKey(testClass))
                .toList());
        long controlled = time.elapsedNanos();
        if (control.tests().isEmpty()) {
            String cause = control.unrun().isEmpty() ? LikelyCause.of(control.leftOut()) : time.reason(control.unrun());
            return ProofResults.undecided(plan, cause, control);
        }
        FaultTrials trials = new FaultTrials(plan, control, new MethodFaultTrial(session, control));
        return ProofResults.of(plan, control, trials.run(progress), started, controlled - started, trials);
    }

    private static List<ProbedMethod> probed(List<FaultedMethod> methods) {
        return methods.stream()
                .map(method ->
                        new ProbedMethod(method.className(), method.method(), method.descriptor(), method.service()))
                .toList();
    }

    /** By Ctrl-C; what is asked for last is deleted first. */
    private static void deleteWithThisJvm(Path agent) {
        agent.resolveSibling("").toFile().deleteOnExit();
        agent.toFile().deleteOnExit();
    }

    private static void delete(Path agent) {
        try {
            Files.deleteIfExists(agent);
            Files.deleteIfExists(agent.resolveSibling(""));
        } catch (IOException held) {
            // On Windows, as long as the other JVM has not ended; it lies in the output folder.
        }
    }
}

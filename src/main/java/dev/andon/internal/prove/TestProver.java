package dev.andon.internal.prove;

import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.prove.agent.ProbedMethod;
import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.WorkerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Proves tests: runs them without a fault, then injects one fault at a time, and sees whether they turn red. */
public final class TestProver {

    /** How long a test class may take in a control run. */
    private static final Duration LONGEST_CONTROL = Duration.ofMinutes(10);

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
            return prove(plan, session, progress);
        } finally {
            delete(agent);
        }
    }

    static TestProof prove(ProofPlan plan, TestRunSession session, ProofProgress progress) {
        TestControlRuns control = new TestControlRuns();
        long begin = System.nanoTime();
        for (String testClass : plan.testClasses()) {
            control.first(testClass, session.run(controlRun(testClass)));
            if (!session.cannotStart().isEmpty()) {
                return ProofResults.undecided(plan, session.cannotStart());
            }
        }
        long started = System.nanoTime();
        for (String testClass : plan.testClasses()) {
            if (!control.leftOut().containsKey(testClass)) {
                control.second(testClass, session.run(controlRun(testClass)));
            }
        }
        long controlled = System.nanoTime();
        if (control.tests().isEmpty()) {
            return ProofResults.undecided(plan, LikelyCause.of(control.leftOut()), control);
        }
        FaultTrials trials = new FaultTrials(plan, control, new MethodFaultTrial(session, control));
        return ProofResults.of(plan, control, trials.run(progress), started - begin, controlled - started, trials);
    }

    private static RunTests controlRun(String testClass) {
        return RunTests.control(List.of(testClass), List.of(), LONGEST_CONTROL.toMillis());
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

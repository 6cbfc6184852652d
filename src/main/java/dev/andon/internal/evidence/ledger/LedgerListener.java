package dev.andon.internal.evidence.ledger;

import dev.andon.internal.text.BuildTestRun;
import dev.andon.internal.text.OutputFolder;
import dev.andon.internal.text.PlatformVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records what the test runs of a build run, and nothing outside of builds. JUnit's launcher finds it by {@code
 * META-INF/services}.
 */
public final class LedgerListener implements TestExecutionListener {

    private final Nesting nesting;
    private final @Nullable Path folder;
    private final Map<TestPlan, PlanRecorder> recorders = new ConcurrentHashMap<>();

    // Most runs have one plan at a time: this saves them a look-up at each event.
    private volatile @Nullable PlanRecorder current;

    public LedgerListener() {
        this(Nesting.OF_THIS_JVM, null);
    }

    LedgerListener(Nesting nesting, @Nullable Path folder) {
        this.nesting = nesting;
        this.folder = folder;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (nesting.insideTest() || !isLauncherNewEnough() || (folder == null && !RecordedPlans.contains(plan))) {
            return;
        }
        Function<String, @Nullable String> parameter =
                key -> plan.getConfigurationParameters().get(key).orElse(null);
        Path ledger = folder != null ? folder : OutputFolder.ledger(OutputFolder.find(parameter));
        PlanRecorder recorder =
                new PlanRecorder(plan, BuildId.current(parameter).value(), LedgerFile.in(ledger));
        recorders.put(plan, recorder);
        current = recorder;
    }

    /** Says what is wrong once, for no test of this run can carry it, and lets the tests run. */
    @SuppressWarnings("SystemOut")
    private static boolean isLauncherNewEnough() {
        if (BuildTestRun.isThisJvm()) {
            PlatformVersion.problem().ifPresent(problem -> System.out.println("Andon: " + problem));
        }
        return PlatformVersion.isSupported();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (recorders.remove(plan) != null) {
            nesting.reset();
            current = recorders.values().stream().findFirst().orElse(null);
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        nesting.enter();
        PlanRecorder recorder = current;
        if (recorder != null) {
            recorder.started(identifier);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        PlanRecorder recorder = current;
        if (recorder != null) {
            recorder.skipped(identifier, reason);
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        nesting.leave();
        PlanRecorder recorder = current;
        if (recorder != null) {
            recorder.finished(identifier, result);
        }
    }
}

package dev.andon.internal.prove.worker;

import dev.andon.internal.prove.agent.FaultSwitch;
import dev.andon.internal.prove.agent.Injection;
import dev.andon.internal.prove.agent.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests by JUnit's launcher, in one session for all runs: what frameworks and listeners keep for the time of a session,
 * such as the application's context, is started once.
 */
final class TestRunner implements AutoCloseable {

    /** How long tests that are interrupted get to end. */
    private static final long GRACE_MILLIS = 2_000;

    /** One test at a time, so that it is known which one calls a method; and no reports, which would replace the build's. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "false",
            "junit.vintage.execution.parallel.enabled", "false",
            "junit.platform.reporting.open.xml.enabled", "false");

    private final FaultSwitch faults;
    private final int probes;
    private final ProbeRecord probed = new ProbeRecord();
    private final LauncherSession session = LauncherFactory.openSession(LauncherConfig.builder()
            // What reports tests would report injected faults as failures of the build.
            .enableTestExecutionListenerAutoRegistration(false)
            .build());

    TestRunner(FaultSwitch faults, int probes) {
        this.faults = faults;
        this.probes = probes;
        faults.tell(probed::entered, probe -> probed.acted());
    }

    TestsRun run(RunTests command) {
        probed.clear();
        TestRunListener listener = new TestRunListener(probed::runs);
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread tests = new Thread(() -> execute(command, listener), "andon-proof");
        tests.setUncaughtExceptionHandler((thread, error) -> thrown.set(error));
        Injection injection = command.injection();
        faults.note(injection == null);
        if (injection != null) {
            faults.arm(command.probe(), injection);
        }
        tests.start();
        boolean ended = join(tests, command.timeoutMillis());
        faults.disarm();
        boolean hung = !ended && !interrupt(tests);
        faults.note(false);
        Throwable problem = thrown.get();
        return new TestsRun(
                listener.tests(),
                listener.classMillis(),
                probed.reached(),
                probed.actedIn(),
                injection == null ? observations() : Map.of(),
                injection == null ? faults.obstacles() : Map.of(),
                hung,
                !ended,
                listener.isBroken() || problem instanceof VirtualMachineError,
                problem == null ? "" : problem.toString());
    }

    private void execute(RunTests command, TestRunListener listener) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        command.classes().forEach(name -> selectors.add(DiscoverySelectors.selectClass(name)));
        command.tests().forEach(id -> selectors.add(DiscoverySelectors.selectUniqueId(id)));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameters(PARAMETERS)
                .build();
        // What one run cached would keep the next from calling the method, or give it the answer of a fault.
        faults.forgetCached(TestRunner.class.getClassLoader());
        session.getLauncher().execute(request, listener);
    }

    private Map<Integer, Observation> observations() {
        Map<Integer, Observation> observations = new TreeMap<>();
        Set<Integer> reached = probed.reached().keySet();
        for (int probe = 0; probe < probes; probe++) {
            if (reached.contains(probe)) {
                observations.put(probe, faults.observation(probe));
            }
        }
        return observations;
    }

    private static boolean interrupt(Thread tests) {
        tests.interrupt();
        return join(tests, GRACE_MILLIS);
    }

    private static boolean join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Override
    public void close() {
        session.close();
    }
}

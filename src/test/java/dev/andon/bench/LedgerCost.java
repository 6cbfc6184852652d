package dev.andon.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.internal.evidence.ledger.LedgerListener;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the ledger costs a test: 20,000 tests that do nothing, with and without the listener, by turns. */
public final class LedgerCost {

    private static final int TESTS = 20_000;
    private static final int ROUNDS = 15;

    private LedgerCost() {}

    static class NoOpTestCases {
        @RepeatedTest(TESTS)
        void nothing() {}
    }

    /** Prints the median of each way, and the difference for one test. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty(
                "andon.output", Files.createTempDirectory("andon-bench").toString());
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            without.add(run(false));
            with.add(run(true));
        }
        double before = medianMillis(without);
        double after = medianMillis(with);
        System.out.printf(
                "%d tests, median of %d rounds: %.1f ms without, %.1f ms with the ledger, %.2f us a test%n",
                TESTS, ROUNDS, before, after, (after - before) * 1000 / TESTS);
    }

    private static double medianMillis(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    private static long run(boolean ledger) {
        LauncherConfig.Builder config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false);
        if (ledger) {
            config.addTestExecutionListeners(new LedgerListener());
        }
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(NoOpTestCases.class))
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config.build())) {
            long start = System.nanoTime();
            session.getLauncher().execute(request);
            return System.nanoTime() - start;
        }
    }
}

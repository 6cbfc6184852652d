package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.launch.CanaryLauncher;
import dev.andon.internal.canary.record.PublishedRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** The times of a run are those of the clock, however long a listener takes to store that it has started. */
class RunTimesTest {
    private static volatile Instant operating = Instant.MAX;

    @Test
    void the_operation_ends_after_the_last_thing_that_it_did() {
        SlowListener listener = new SlowListener();

        CanaryLauncher.run(WaitingCanary.class, Map.of("andon.canary.target", "http://localhost:1"), listener);

        PublishedRun published = listener.published.get(0);
        assertThat(published.operationEnded()).isAfterOrEqualTo(operating.minusMillis(5));
        assertThat(published.run().start().started().plus(published.run().duration()))
                .isAfterOrEqualTo(operating.minusMillis(5));
    }

    @Canary(operation = "wait", timeout = "10s")
    static class WaitingCanary {
        @Test
        void test(CanaryTarget target) {
            assertThat(target.uri()).isNotNull();
            operating = Instant.now();
        }
    }

    /** Takes its time for the start of a run, as a slow disk does. */
    private static final class SlowListener implements TestExecutionListener {
        private static final int MILLIS = 50;
        private final List<PublishedRun> published = new ArrayList<>();

        @Override
        public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
            PublishedRun.of(entry.getKeyValuePairs()).ifPresent(published::add);
            Instant later = Instant.now().plusMillis(MILLIS);
            while (published.isEmpty() && Instant.now().isBefore(later)) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}

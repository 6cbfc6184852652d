package dev.andon.internal.canary.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.outages.RecordedRuns;
import dev.andon.internal.formats.RunEnd;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunnerHealthTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration RUN = Duration.ofSeconds(10);

    private static RunEnd failing(String status, String reason, Duration took) {
        RunEnd end = RecordedRuns.from("2026-03-02T11:30:02Z")
                .took(took)
                .failingWith(status)
                .runs("B")
                .ends()
                .get(0);
        return new RunEnd(
                end.start(),
                end.duration(),
                end.outcome(),
                reason,
                "java.lang.AssertionError",
                end.attempts(),
                end.steps(),
                end.failingStep(),
                end.cleanupFailure(),
                end.clock());
    }

    private static RunEnd explained(Heartbeat heartbeat, RunEnd end) {
        return (RunEnd) new RunnerHealth(Optional.empty(), heartbeat).explained(end);
    }

    private static Heartbeat steady() {
        return new Heartbeat(System.nanoTime());
    }

    @Test
    void without_descriptors_nothing_is_learnt_about_the_service() {
        RunEnd explained = explained(
                steady(),
                failing("no answer", "GET / is not answered: java.net.SocketException: Too many open files", RUN));

        assertThat(explained.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
        assertThat(explained.reason()).startsWith("the runner itself has no descriptors or threads left; the canary");
        assertThat(RunnerHealth.lack(explained.reason()))
                .contains("the runner itself has no descriptors or threads left");
    }

    @Test
    void another_failure_stays_one() {
        RunEnd end = failing("no answer", "GET / is not answered in time", RUN);

        assertThat(explained(steady(), end)).isSameAs(end);
        assertThat(RunnerHealth.lack(end.reason())).isEmpty();
    }

    /** The thread that beats may be the last one to be woken: the pause goes on then. */
    @Test
    void a_run_in_which_the_process_stood_still_has_no_result() {
        long now = System.nanoTime();
        Heartbeat going = new Heartbeat(now - 4 * SECOND);
        Heartbeat over = new Heartbeat(now - 6 * SECOND);
        over.beat(now - 2 * SECOND);
        for (long at = now - 2 * SECOND; at <= now; at += SECOND / 10) {
            over.beat(at);
        }
        for (Heartbeat heartbeat : new Heartbeat[] {going, over}) {
            RunEnd explained = explained(heartbeat, failing("no answer", "GET / is not answered in time", RUN));
            assertThat(explained.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
            assertThat(explained.reason()).startsWith("the runner itself got no processor for ");
            assertThat(RunnerHealth.lack(explained.reason())).isPresent();
        }
    }

    @Test
    void a_pause_before_the_run_explains_nothing() {
        long now = System.nanoTime();
        Heartbeat heartbeat = new Heartbeat(now - 60 * SECOND);
        heartbeat.beat(now - 20 * SECOND);
        for (long at = now - 20 * SECOND; at <= now + SECOND; at += SECOND / 10) {
            heartbeat.beat(at);
        }
        RunEnd end = failing("no answer", "GET / is not answered in time", RUN);

        assertThat(explained(heartbeat, end)).isSameAs(end);
    }

    /** Many short pauses, as a throttled container has them, cost as much as a long one. */
    @Test
    void a_throttled_process_is_starved_where_half_of_the_run_is_lost() {
        assertThat(throttled(SECOND / 2, 5).outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
        assertThat(throttled(SECOND / 10, 5).outcome()).isEqualTo(CanaryOutcome.FAILURE);
    }

    private static RunEnd throttled(long beat, int beats) {
        long now = System.nanoTime();
        Heartbeat heartbeat = new Heartbeat(now - beats * beat);
        for (int i = beats - 1; i >= 0; i--) {
            heartbeat.beat(now - i * beat);
        }
        return explained(heartbeat, failing("no answer", "in time", Duration.ofNanos(beats * beat)));
    }

    @Test
    void an_answer_of_the_service_counts_however_late_it_was_read() {
        RunEnd end = failing("503", "expected 200, was 503", RUN);

        assertThat(explained(new Heartbeat(System.nanoTime() - 4 * SECOND), end))
                .isSameAs(end);
    }
}

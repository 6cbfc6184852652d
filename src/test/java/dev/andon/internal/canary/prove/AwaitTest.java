package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.RunEnd;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Waiting for what a service does later. */
class AwaitTest {

    @Canary(operation = "see the state", route = "GET /state", timeout = "30s")
    static class WaitsForTheState {
        @Test
        void test(CanaryClient client, CanarySteps steps) throws Exception {
            steps.await(
                    "it is done",
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    () -> assertEquals(
                            "DONE", client.get("/state").expectStatus(200).body()));
        }
    }

    @Canary(operation = "see the state", route = "GET /state", timeout = "20s")
    static class GivesUp {
        @Test
        void test(CanaryClient client, CanarySteps steps) throws Exception {
            steps.await(
                    "it is never done",
                    Duration.ofMillis(10),
                    Duration.ofMillis(100),
                    () -> assertEquals("NEVER", client.get("/state").body()));
        }
    }

    /** Is done at each third request. */
    private static LittleService service() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        return new LittleService((exchange, body) -> LittleService.answer(
                exchange, 200, "text/plain", requests.incrementAndGet() % 3 == 0 ? "DONE" : "OPEN"));
    }

    @Test
    void a_proof_repeats_it_faster() throws IOException {
        try (LittleService service = service()) {
            long from = System.nanoTime();
            CanaryProver prover = Proofs.of(WaitsForTheState.class, service.uri());
            ControlRuns control = prover.controlRuns();
            assertThat(control.result().healthy()).as(control.result().reason()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));

            assertThat(ProofVerdict.summary(Fault.CHANGED_VALUE, prover.inject(Fault.CHANGED_VALUE))
                            .verdict())
                    .isEqualTo(FaultVerdict.DETECTED);
        }
    }

    @Test
    void the_last_failure_is_thrown_at_the_limit() throws IOException {
        try (LittleService service = service()) {
            RunEnd run = NestedRun.of(
                            GivesUp.class,
                            Map.of("andon.canary.target", service.uri().toString()))
                    .runs()
                    .get(0);

            assertThat(run.reason()).contains("expected: <NEVER>");
            assertThat(run.steps()).hasSizeGreaterThan(2);
            assertThat(run.duration()).isLessThan(Duration.ofSeconds(15));
        }
    }
}

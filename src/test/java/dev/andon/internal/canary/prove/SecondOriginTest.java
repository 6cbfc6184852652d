package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults are injected into the responses of every configured origin. */
class SecondOriginTest {

    @Canary(operation = "see the account", route = "GET /account", timeout = "20s")
    static class ChecksBoth {
        @Test
        void test(CanaryClient client) {
            String user = client.at("identity").get("/user").expectStatus(200).body();
            assertEquals("ann", user);
            assertEquals(
                    "balance of ann", client.get("/account").expectStatus(200).body());
        }
    }

    @Canary(operation = "see the account", route = "GET /account", timeout = "20s")
    static class IgnoresTheOther {
        @Test
        void test(CanaryClient client) {
            client.at("identity").get("/user");
            assertEquals(
                    "balance of ann", client.get("/account").expectStatus(200).body());
        }
    }

    private static FaultVerdict verdict(Class<?> canary, Fault fault) throws IOException {
        try (LittleService shop = new LittleService((exchange, body) -> {
                    boolean account = exchange.getRequestURI().getPath().equals("/account");
                    LittleService.answer(exchange, account ? 200 : 404, "text/plain", account ? "balance of ann" : "");
                });
                LittleService identity = new LittleService((exchange, body) -> {
                    boolean user = exchange.getRequestURI().getPath().equals("/user");
                    LittleService.answer(exchange, user ? 200 : 404, "text/plain", user ? "ann" : "");
                })) {
            CanaryProver prover = new CanaryProver(
                    ArtefactCode.of(canary),
                    shop.uri(),
                    Map.of("andon.canary.target.identity", identity.uri().toString()));
            ControlRuns control = prover.controlRuns();
            assertThat(control.result().healthy()).as(control.result().reason()).isTrue();
            assertThat(control.requests())
                    .extracting(RecordedRequest::shown)
                    .containsExactly("GET /user", "GET /account");
            return ProofVerdict.summary(fault, prover.inject(fault)).verdict();
        }
    }

    @Test
    void a_canary_that_checks_both_origins_detects_faults_of_both() throws IOException {
        assertThat(verdict(ChecksBoth.class, Fault.STATUS_500)).isEqualTo(FaultVerdict.DETECTED);
    }

    @Test
    void a_fault_of_the_second_origin_survives_where_its_response_is_ignored() throws IOException {
        assertThat(verdict(IgnoresTheOther.class, Fault.STATUS_500)).isEqualTo(FaultVerdict.SURVIVED);
    }
}

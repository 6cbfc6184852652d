package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a control run is red, a proof says nothing, and why. */
class UndecidedProofIT {

    private static String undecided(LittleService service, Class<?> canary) throws IOException {
        CanaryProver prover = new CanaryProver(ArtefactCode.of(canary), service.uri(), Map.of());
        ControlRuns control = prover.controlRuns();
        if (control.healthy()) {
            for (Fault fault : List.of(Fault.STATUS_500, Fault.STATUS_404, Fault.EMPTY_BODY, Fault.CHANGED_VALUE)) {
                for (FaultResult result : prover.inject(fault)) {
                    assertThat(result.verdict()).isIn(FaultVerdict.DETECTED, FaultVerdict.UNDECIDED);
                }
            }
        }
        return prover.undecided().orElse("");
    }

    private static void sells(HttpExchange exchange) throws IOException {
        LittleService.json(exchange, 201, "{\"sold\": \"tea\"}");
    }

    @Test
    void a_rate_limit_is_named() throws IOException {
        Deque<Long> asked = new ArrayDeque<>();
        try (LittleService service = new LittleService((exchange, body) -> {
            synchronized (asked) {
                long now = System.nanoTime();
                asked.removeIf(before -> now - before > 60_000_000_000L);
                asked.add(now);
                if (asked.size() > 4) {
                    LittleService.json(exchange, 429, "{\"error\": \"slow down\"}");
                    return;
                }
            }
            sells(exchange);
        })) {
            assertThat(undecided(service, BuyingCanary.class)).contains("answered 429", "a rate limit");
        }
    }

    @Test
    void a_stock_that_is_used_up_is_named() throws IOException {
        AtomicInteger stock = new AtomicInteger(3);
        try (LittleService service = new LittleService((exchange, body) -> {
            if (stock.getAndDecrement() > 0) {
                sells(exchange);
            } else {
                LittleService.json(exchange, 410, "{\"error\": \"sold out\"}");
            }
        })) {
            assertThat(undecided(service, BuyingCanary.class)).contains("answered 410", "stock that is used up");
        }
    }

    @Test
    void a_lock_out_is_named() throws IOException {
        AtomicInteger logins = new AtomicInteger();
        try (LittleService service = new LittleService((exchange, body) -> {
            if (logins.incrementAndGet() > 5) {
                LittleService.json(exchange, 423, "{\"error\": \"locked\"}");
            } else {
                sells(exchange);
            }
        })) {
            assertThat(undecided(service, BuyingCanary.class)).contains("answered 423", "a lock-out");
        }
    }

    @Test
    void a_second_control_run_that_is_limited_leaves_the_proof_undecided() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (LittleService service = new LittleService((exchange, body) -> {
            if (asked.incrementAndGet() > 1) {
                LittleService.json(exchange, 429, "{\"error\": \"slow down\"}");
            } else {
                sells(exchange);
            }
        })) {
            assertThat(undecided(service, BuyingCanary.class)).contains("a rate limit");
        }
    }

    /** The trials are in part random: with five proofs, one at least is stopped just before the value would be verified. */
    @Test
    void no_fault_survives_where_the_response_that_is_verified_cannot_be_judged() throws IOException {
        for (int i = 0; i < 5; i++) {
            AtomicInteger asked = new AtomicInteger();
            try (LittleService service = new LittleService((exchange, body) -> {
                if (asked.incrementAndGet() > 9) {
                    LittleService.json(exchange, 429, "{\"error\": \"slow down\"}");
                } else if (exchange.getRequestMethod().equals("POST")) {
                    LittleService.json(exchange, 201, "{\"id\": \"1\"}");
                } else {
                    LittleService.json(exchange, 200, "{\"sold\": \"tea\"}");
                }
            })) {
                CanaryProver prover =
                        new CanaryProver(ArtefactCode.of(ReadingBackCanary.class), service.uri(), Map.of());
                assertThat(prover.controlRuns().healthy()).isTrue();

                assertThat(prover.inject(Fault.CHANGED_VALUE))
                        .extracting(FaultResult::verdict)
                        .containsOnly(FaultVerdict.UNDECIDED);
                assertThat(prover.undecided().orElse("")).contains("a rate limit");
            }
        }
    }

    @Test
    void a_service_that_always_sells_leaves_nothing_open() throws IOException {
        try (LittleService service = new LittleService((exchange, body) -> sells(exchange))) {
            assertThat(undecided(service, BuyingCanary.class)).isEmpty();
        }
    }

    /** On a busy machine the cleanup may take longer than the short timeout of a proof. */
    @Test
    void a_cleanup_that_is_late_once_gets_more_time() throws IOException {
        AtomicInteger returned = new AtomicInteger();
        try (LittleService service = new LittleService((exchange, body) -> {
            if (exchange.getRequestMethod().equals("DELETE")) {
                pause(returned.incrementAndGet() == 3 ? 900 : 0);
                LittleService.answer(exchange, 204, "", "");
            } else {
                sells(exchange);
            }
        })) {
            assertThat(undecided(service, ReturningCanary.class)).isEmpty();
            assertThat(returned.get()).isGreaterThan(3);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Canary(operation = "buy tea", route = "POST /buy", timeout = "20s")
    static class ReturningCanary {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "tea", client.post("/buy", "{}").expectStatus(201).json().text("/sold"));
        }

        @AfterEach
        void give_back(CanaryClient client) {
            client.delete("/buy").expectStatus(204);
        }
    }

    @Canary(operation = "buy tea", route = "POST /buy", timeout = "20s")
    static class ReadingBackCanary {
        @Test
        void test(CanaryClient client) {
            client.post("/buy", "{}").expectStatus(201);
            assertEquals("tea", client.get("/buy").expectStatus(200).json().text("/sold"));
        }
    }

    @Canary(operation = "buy tea", route = "POST /buy", timeout = "20s")
    static class BuyingCanary {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "tea", client.post("/buy", "{}").expectStatus(201).json().text("/sold"));
        }
    }
}

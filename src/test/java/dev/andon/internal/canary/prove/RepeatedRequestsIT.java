package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Canaries that send the same request many times. */
class RepeatedRequestsIT {
    private static final int MANY = 8;
    private static LittleService shop;

    @BeforeAll
    static void open() throws IOException {
        shop = LittleShop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static CanaryProver proverOf(Class<?> canary) throws IOException {
        CanaryProver prover = Proofs.of(canary, shop.uri());
        assertThat(prover.controlRuns().healthy()).isTrue();
        return prover;
    }

    @Test
    void the_first_and_the_last_stand_for_those_that_are_all_checked() throws IOException {
        CanaryProver prover = proverOf(EachCheckedCanary.class);

        assertThat(prover.cases()).extracting(at -> at.id().member()).containsExactly(0, MANY - 1);
        assertThat(prover.inject(Fault.STATUS_503)).allMatch(result -> result.verdict() == FaultVerdict.DETECTED);
    }

    @Test
    void one_that_is_not_checked_among_them_is_found() throws IOException {
        CanaryProver prover = proverOf(OneUncheckedCanary.class);

        assertThat(prover.cases()).extracting(at -> at.id().member()).containsExactly(0, 3, MANY - 1);
        FaultResult result = ProofVerdict.summary(Fault.STATUS_503, prover.inject(Fault.STATUS_503));
        assertThat(result.verdict()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(result.reason()).contains("request 4 of " + MANY + " to that address");
    }

    @Canary(operation = "browse", timeout = "20s")
    static class EachCheckedCanary {
        @Test
        void products(CanaryClient client) {
            for (int i = 0; i < MANY; i++) {
                assertEquals("tea", client.get("/products").json().text("/0/sku"));
            }
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class OneUncheckedCanary {
        @Test
        void products(CanaryClient client) {
            for (int i = 0; i < MANY; i++) {
                try {
                    assertEquals("tea", client.get("/products").json().text("/0/sku"));
                } catch (CanaryStepError trouble) {
                    if (i != 3) {
                        throw trouble;
                    }
                }
            }
        }
    }
}

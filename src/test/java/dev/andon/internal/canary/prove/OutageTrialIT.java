package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTrialIT {
    private LittleService shop;

    @BeforeEach
    void open() throws IOException {
        shop = LittleShop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private CanaryProver prover(Class<?> canary, Fault... faults) throws IOException {
        CanaryProver prover = Proofs.of(canary, shop.uri());
        ControlRuns control = prover.controlRuns();
        assertThat(control.healthy()).as(control.result().reason()).isTrue();
        for (Fault fault : faults) {
            prover.inject(fault);
        }
        return prover;
    }

    /** Fails once, and swallows all further failures until the service works again. */
    @Canary(operation = "see the products", route = "GET /products", every = "1m", timeout = "20s", tolerance = "3/5")
    static class SilencedCanary {
        private static boolean told;

        @Test
        void products_are_shown(CanaryClient client) {
            try {
                assertEquals(
                        "tea", client.get("/products").expectStatus(200).json().text("/0/sku"));
                told = false;
            } catch (RuntimeException | AssertionError failed) {
                if (!told) {
                    told = true;
                    throw failed;
                }
            }
        }
    }

    @Test
    void an_outage_lies_within_what_the_record_of_its_runs_states() throws IOException {
        InjectedOutage outage = prover(GoodCanary.class, Fault.REFUSED).outage();

        assertThat(outage.undecided()).isEmpty();
        assertThat(outage.fault()).isEqualTo("refused");
        assertThat(outage.isStated()).as(outage.toString()).isTrue();
        assertThat(outage.stated()).singleElement().satisfies(stated -> {
            assertThat(stated.bad()).isEqualTo(3);
            assertThat(stated.sentence()).startsWith("POST /orders failed in all 3 probes from ");
            assertThat(stated.beganAfter()).get().satisfies(after -> assertThat(after)
                    .isBeforeOrEqualTo(outage.from()));
            assertThat(stated.endedBefore()).get().satisfies(before -> assertThat(before)
                    .isAfterOrEqualTo(outage.to()));
        });
    }

    @Test
    void a_canary_that_is_green_in_the_middle_of_an_outage_has_a_record_that_states_another_one() throws IOException {
        InjectedOutage outage = prover(SilencedCanary.class, Fault.REFUSED).outage();

        assertThat(outage.undecided()).isEmpty();
        assertThat(outage.stated()).hasSize(1);
        assertThat(outage.isStated()).as(outage.toString()).isFalse();
    }

    @Test
    void the_cheapest_fault_that_the_canary_detects_is_the_outage() throws IOException {
        InjectedOutage outage =
                prover(GoodCanary.class, Fault.STATUS_404, Fault.STATUS_500).outage();

        assertThat(outage.fault()).isEqualTo("status-500");
        assertThat(outage.isStated()).as(outage.toString()).isTrue();
        assertThat(prover(GoodCanary.class, Fault.WRONG_SHAPE).outage().fault()).isEqualTo("wrong-shape");
    }

    @Test
    void no_outage_is_injected_where_no_fault_turns_the_canary_red_or_where_it_would_take_too_long()
            throws IOException {
        assertThat(prover(GoodCanary.class).outage().undecided()).isEqualTo("no injected fault turns it red");

        ProofSession slow = prover(GoodCanary.class, Fault.REFUSED).session();
        assertThat(new OutageTrial(slow.trial(), slow.detected(), Duration.ZERO)
                        .run()
                        .undecided())
                .isEqualTo("its runs take too long: those of an outage do not end within 0 s");
    }
}

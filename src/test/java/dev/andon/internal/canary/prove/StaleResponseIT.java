package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stale responses: the data from before the canary's write, served to a read after it. */
class StaleResponseIT {
    private static LittleService shop;

    @BeforeAll
    static void open() throws IOException {
        shop = LittleShop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static Stream<Arguments> missing_comparisons() {
        return Stream.of(
                arguments(ChangingBlindlyCanary.class, Fault.STALE),
                arguments(ListingCanary.class, Fault.STALE),
                arguments(SameAgainCanary.class, Fault.STALE),
                arguments(MiscountingCanary.class, Fault.STALE),
                arguments(BasketCanary.class, Fault.STALE));
    }

    @ParameterizedTest
    @MethodSource("missing_comparisons")
    void a_stale_response_survives_where_it_is_not_compared(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, shop);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(result.request()).startsWith("GET /");
    }

    static Stream<Arguments> comparisons() {
        return Stream.of(arguments(ChangingCanary.class, Fault.STALE), arguments(CountingCanary.class, Fault.STALE));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void a_stale_response_is_detected_where_it_is_compared(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, shop);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.DETECTED);
    }

    static Stream<Arguments> reads_without_stale_response() {
        return Stream.of(
                arguments(ReadsSomethingElseCanary.class, Fault.STALE),
                arguments(BillCanary.class, Fault.STALE),
                arguments(SearchingCanary.class, Fault.STALE),
                arguments(ChangingAndSearchingCanary.class, Fault.STALE),
                arguments(RefusedCanary.class, Fault.STALE),
                arguments(GlancingCanary.class, Fault.STALE),
                arguments(NeverComparesCanary.class, Fault.STALE),
                arguments(ClockCanary.class, Fault.STALE),
                arguments(PollingCanary.class, Fault.STALE),
                arguments(MissingCheckIT.StatusOnlyCanary.class, Fault.STALE));
    }

    @ParameterizedTest
    @MethodSource("reads_without_stale_response")
    void a_read_that_has_no_stale_response_is_left_alone(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, shop);

        assertThat(result.verdict()).as(result.reason()).isIn(FaultVerdict.NOT_APPLICABLE, FaultVerdict.COVERED);
    }

    static Stream<Arguments> other_faults() {
        return Stream.of(
                arguments(NeverComparesCanary.class, Fault.STATUS_404),
                arguments(PollingCanary.class, Fault.STATUS_500),
                arguments(PollingCanary.class, Fault.RESET));
    }

    @ParameterizedTest
    @MethodSource("other_faults")
    void other_faults_of_the_read_are_detected_all_the_same(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, shop);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.DETECTED);
    }

    @Test
    void the_request_that_is_not_checked_is_named_though_an_earlier_one_is() throws IOException {
        FaultResult result = Proofs.inject(ChangingBlindlyCanary.class, Fault.STALE, shop);

        assertThat(result.request()).matches("GET /orders/\\d+");
        assertThat(result.reason()).isEqualTo("it stays green");
    }

    /** Changes what it placed, and looks no further than that it is there. */
    @Canary(operation = "change an order", timeout = "20s")
    static class ChangingBlindlyCanary {
        @Test
        void an_order_is_changed(CanaryClient client) {
            String path = placed(client, "first");
            client.put(path, "\"second\"").expectStatus(204);
            assertTrue(client.get(path).expectStatus(200).json().has("/note"));
        }
    }

    /** Looks at a list that its write must make longer, and has not looked before. */
    @Canary(operation = "place an order", timeout = "20s")
    static class ListingCanary {
        @Test
        void the_list_grows(CanaryClient client) {
            placed(client, "any");
            assertTrue(client.get("/orders").expectStatus(200).json().has("/count"));
        }
    }

    /** Writes the same each time, so that it cannot tell. */
    @Canary(operation = "set", timeout = "20s")
    static class SameAgainCanary {
        @Test
        void set(CanaryClient client) {
            client.put("/setting", "7").expectStatus(204);
            assertEquals("7", client.get("/setting").expectStatus(200).json().text("/value"));
        }
    }

    @Canary(operation = "place an order", timeout = "20s")
    static class MiscountingCanary {
        @Test
        void some(CanaryClient client) {
            client.get("/orders").expectStatus(200);
            client.post("/orders", "1").expectStatus(201).json().text("/id");
            client.get("/orders").expectStatus(200).json().number("/count");
        }
    }

    /** Changes a part of what it looks at before and after, and compares nothing. */
    @Canary(operation = "see the basket", timeout = "20s")
    static class BasketCanary {
        @Test
        void the_basket_fills(CanaryClient client) {
            client.get("/orders?of=me").expectStatus(200);
            placed(client, "any");
            assertTrue(client.get("/orders?of=me").expectStatus(200).json().has("/count"));
        }
    }

    /** Changes what it placed, and compares. */
    @Canary(operation = "change an order", timeout = "20s")
    static class ChangingCanary {
        @Test
        void an_order_is_changed(CanaryClient client) {
            String path = placed(client, "first");
            client.put(path, "\"second\"").expectStatus(204);
            assertEquals("second", client.get(path).expectStatus(200).json().text("/note"));
        }
    }

    /** Asks the same before and after its write. */
    @Canary(operation = "place an order", timeout = "20s")
    static class CountingCanary {
        @Test
        void one_more(CanaryClient client) {
            int before = client.get("/orders")
                    .expectStatus(200)
                    .json()
                    .number("/count")
                    .intValueExact();
            client.post("/orders", "1").expectStatus(201).json().text("/id");
            int after = client.get("/orders")
                    .expectStatus(200)
                    .json()
                    .number("/count")
                    .intValueExact();
            assertEquals(before + 1, after);
        }
    }

    /** Writes, and reads something that has nothing to do with it. */
    @Canary(operation = "place an order", timeout = "20s")
    static class ReadsSomethingElseCanary {
        @Test
        void an_order_is_placed(CanaryClient client) {
            client.post("/orders", "\"" + UUID.randomUUID() + "\"")
                    .expectStatus(201)
                    .json()
                    .text("/id");
            assertEquals("tea", client.get("/products").expectStatus(200).json().text("/0/sku"));
        }
    }

    /** Reads what is the same for every order. */
    @Canary(operation = "see the bill", timeout = "20s")
    static class BillCanary {
        @Test
        void bill(CanaryClient client) {
            String id = client.post("/orders", "1").expectStatus(201).json().text("/id");
            assertEquals(
                    "2.50",
                    client.get("/bill?order=" + id).expectStatus(200).json().text("/toPay"));
        }
    }

    /** Looks for what bears the run's own value: no other run's answer can be an old one. */
    @Canary(operation = "find an order", timeout = "20s")
    static class SearchingCanary {
        @Test
        void an_order_is_found(CanaryClient client) {
            String note = UUID.randomUUID().toString();
            placed(client, note);
            assertEquals(
                    "1",
                    client.get("/search?note=" + note).expectStatus(200).json().text("/found"));
        }
    }

    /** Changes its order and looks for it by a value of this run. */
    @Canary(operation = "change an order", timeout = "20s")
    static class ChangingAndSearchingCanary {
        @Test
        void an_order_is_changed(CanaryClient client) {
            String note = UUID.randomUUID().toString();
            client.put(placed(client, "first"), "\"" + note + "\"").expectStatus(204);
            assertEquals(
                    "1",
                    client.get("/search?note=" + note).expectStatus(200).json().text("/found"));
        }
    }

    /** Shows that what is refused changes nothing. */
    @Canary(operation = "refuse an order", timeout = "20s")
    static class RefusedCanary {
        @Test
        void an_order_without_note_is_refused(CanaryClient client) {
            String before = client.get("/orders").expectStatus(200).json().text("/count");
            client.post("/orders", "").expectStatus(400);
            assertEquals(before, client.get("/orders").expectStatus(200).json().text("/count"));
        }
    }

    /** Reads its own order, at an address of this run, and glances at the list of all. */
    @Canary(operation = "place an order", timeout = "20s")
    static class GlancingCanary {
        @Test
        void an_order_is_placed(CanaryClient client) {
            String note = UUID.randomUUID().toString();
            assertEquals(
                    note,
                    client.get(placed(client, note)).expectStatus(200).json().text("/note"));
            assertTrue(client.get("/orders").expectStatus(200).json().has("/count"));
        }
    }

    /** Reads back, and does not compare. */
    @Canary(operation = "place an order", timeout = "20s")
    static class NeverComparesCanary {
        @Test
        void an_order_is_placed(CanaryClient client) {
            CanaryJson placed = client.post("/orders", "\"" + UUID.randomUUID() + "\"")
                    .expectStatus(201)
                    .json();
            CanaryJson read = client.get("/orders/" + placed.text("/id"))
                    .expectStatus(200)
                    .json();
            assertEquals("PLACED", read.text("/status"));
        }
    }

    /** Reads what is another thing each time, whoever writes. */
    @Canary(operation = "place an order", timeout = "20s")
    static class ClockCanary {
        @Test
        void the_clock_goes(CanaryClient client) {
            placed(client, "any");
            assertTrue(client.get("/clock").expectStatus(200).json().has("/nanos"));
        }
    }

    /** Waits until the answer is there. */
    @Canary(operation = "place an order", timeout = "20s")
    static class PollingCanary {
        @Test
        void an_order_is_placed(CanaryClient client) throws InterruptedException {
            String note = UUID.randomUUID().toString();
            String id = client.post("/orders", "\"" + note + "\"")
                    .expectStatus(201)
                    .json()
                    .text("/id");
            AssertionError last = new AssertionError("never asked");
            for (int i = 0; i < 5; i++) {
                try {
                    CanaryJson read =
                            client.get("/orders/" + id).expectStatus(200).json();
                    assertEquals(note, read.text("/note"));
                    if (i > 1) {
                        return;
                    }
                } catch (AssertionError notYet) {
                    last = notYet;
                }
                Thread.sleep(10);
            }
            throw last;
        }
    }

    private static String placed(CanaryClient client, String note) {
        return "/orders/"
                + client.post("/orders", "\"" + note + "\"")
                        .expectStatus(201)
                        .json()
                        .text("/id");
    }
}

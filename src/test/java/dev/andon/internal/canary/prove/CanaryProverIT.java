package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryProof;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.FreePorts;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryProverIT {
    private static LittleService shop;

    @BeforeAll
    static void open() throws IOException {
        shop = LittleShop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static ControlRuns controlRuns(Class<?> canary) throws IOException {
        return Proofs.of(canary, shop.uri()).controlRuns();
    }

    @Test
    void the_faulted_request_is_known_by_its_uri_whatever_the_order() throws IOException {
        FaultResult result = Proofs.inject(TwoInAnyOrderCanary.class, Fault.EMPTY_BODY, shop);

        assertThat(result.verdict()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(result.request()).isEqualTo("GET /health");
    }

    @Test
    void a_cleanup_that_fails_is_no_check() throws IOException {
        FaultResult result = Proofs.inject(CleanupOnlyCanary.class, Fault.CHANGED_VALUE, shop);

        assertThat(result.verdict()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(result.request()).isEqualTo("POST /orders");
        assertThat(Proofs.inject(CleanupOnlyCanary.class, Fault.WRONG_SHAPE, shop)
                        .verdict())
                .isEqualTo(FaultVerdict.DETECTED);
    }

    @Test
    void a_waived_fault_gives_the_reason() throws IOException {
        FaultResult result = Proofs.inject(WaivingCanary.class, Fault.CHANGED_VALUE, shop);

        assertThat(result.verdict()).isEqualTo(FaultVerdict.WAIVED);
        assertThat(result.reason()).isEqualTo("prices change by the hour");
    }

    @Test
    void a_waiver_needs_a_reason() {
        assertThatThrownBy(() -> Proofs.of(WaivingWithoutReasonCanary.class, shop.uri()))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageContaining("say why slow does not apply");
    }

    static Stream<Arguments> red_canaries() {
        return Stream.of(
                arguments(RedCanary.class, "answered 200 in place of 418"),
                arguments(DisabledCanary.class, "is disabled: until the shop opens"));
    }

    @ParameterizedTest
    @MethodSource("red_canaries")
    void a_canary_that_is_not_green_in_a_control_run_is_not_healthy(Class<?> canary, String reason) throws IOException {
        ControlRuns control = controlRuns(canary);

        assertThat(control.healthy()).isFalse();
        assertThat(control.result().reason()).contains(reason);
    }

    @Test
    void requests_that_do_not_identify_the_canary_are_named() throws IOException {
        assertThat(controlRuns(GoodCanary.class).anonymous()).isEmpty();
        assertThat(controlRuns(MissingCheckIT.AnonymousCanary.class).anonymous())
                .singleElement()
                .asString()
                .startsWith("GET /products: its User-Agent is Java-http-client/")
                .endsWith(", not <name>-canary/<version>");
    }

    @Test
    void no_fault_is_injected_into_the_cleanup() throws IOException {
        ControlRuns control = controlRuns(GoodCanary.class);

        List<String> methods = control.requests().stream()
                .map(request -> request.request().method())
                .toList();
        assertThat(methods).containsExactly("POST", "PUT", "GET", "DELETE");
        assertThat(control.cases())
                .extracting(one -> one.healthy().request().method())
                .containsExactly("POST", "PUT", "GET");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /orders/117, GET /orders/",
        "GET /orders/117/lines, GET /orders/",
        "'GET /products?page=2, GET /a', GET /products",
        "GET /, GET /"
    })
    void a_fix_names_the_part_of_a_request_that_is_the_same_in_every_run(String key, String stable) {
        assertThat(RecordedRequest.stable(key)).isEqualTo(stable);
    }

    @Test
    void a_query_is_not_shown() throws IOException {
        ControlRuns control = controlRuns(TokenCanary.class);

        assertThat(control.requests()).extracting(RecordedRequest::shown).containsExactly("GET /products?…");
        assertThat(control.requests().get(0).key()).isEqualTo("GET /products?token=p1anted");
    }

    @Test
    void a_service_that_cannot_be_reached_is_the_cause() throws Exception {
        int gone = FreePorts.next();

        ControlRuns control = Proofs.of(GoodCanary.class, URI.create("http://localhost:" + gone))
                .controlRuns();

        assertThat(control.healthy()).isFalse();
        assertThat(control.result().reason())
                .startsWith("the service at http://localhost:" + gone + " cannot be reached: ")
                .contains("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "localhost:8080", "ftp://localhost", "http:///orders"})
    void a_service_is_named_by_a_whole_uri(String uri) {
        CanaryProof proof = CanaryProof.of(GoodCanary.class);

        assertThatThrownBy(() -> proof.against(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("against(" + uri + ")", "URI.create(\"http://localhost:\" + port)");
        assertThatThrownBy(() -> proof.against(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("against(null): name the running service");
    }

    /** Sends two requests, in one order in one run and in the other in the next. */
    @Canary(operation = "browse", timeout = "20s")
    static class TwoInAnyOrderCanary {
        private static final AtomicBoolean TURN = new AtomicBoolean();

        @Test
        void products_and_health(CanaryClient client) {
            boolean turn = TURN.getAndSet(!TURN.get());
            String first =
                    client.get(turn ? "/health" : "/products").expectStatus(200).body();
            String second =
                    client.get(turn ? "/products" : "/health").expectStatus(200).body();
            assertTrue((first + second).contains("tea"));
        }
    }

    /** Uses no value but the one by which it cleans up. */
    @Canary(operation = "place an order", timeout = "20s")
    static class CleanupOnlyCanary {
        private String path = "";

        @Test
        void an_order_is_placed(CanaryClient client) {
            path = "/orders/"
                    + client.post("/orders", "\"any\"").expectStatus(201).json().text("/id");
        }

        @AfterEach
        void clean_up(CanaryClient client) {
            client.delete(path).expectStatus(204);
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    @WaiveFault(value = Fault.CHANGED_VALUE, request = "GET /products", reason = "prices change by the hour")
    static class WaivingCanary {
        @Test
        void products(CanaryClient client) {
            CanaryJson products = client.get("/products").expectStatus(200).json();
            assertTrue(products.has("/0/sku"));
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    @WaiveFault(value = Fault.SLOW, reason = " ")
    static class WaivingWithoutReasonCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class RedCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products").expectStatus(418);
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class DisabledCanary {
        @Test
        @Disabled("until the shop opens")
        void products(CanaryClient client) {
            client.get("/products").expectStatus(200);
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class TokenCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products?token=p1anted").expectStatus(200);
        }
    }
}

package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Canaries that each lack a check survive the fault that the check would detect, and no other. */
class MissingCheckIT {
    private static LittleService shop;

    @BeforeAll
    static void open() throws IOException {
        shop = LittleShop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static Stream<Arguments> missing_checks() {
        return Stream.of(
                arguments(ChecksNothingCanary.class, Fault.STATUS_500),
                arguments(ChecksNothingCanary.class, Fault.STATUS_503),
                arguments(ChecksNothingCanary.class, Fault.STATUS_404),
                arguments(ChecksNothingCanary.class, Fault.STATUS_401),
                arguments(ChecksNothingCanary.class, Fault.EMPTY_BODY),
                arguments(StatusOnlyCanary.class, Fault.EMPTY_BODY),
                arguments(StatusOnlyCanary.class, Fault.HTML_PAGE),
                arguments(StatusOnlyCanary.class, Fault.WRONG_SHAPE),
                arguments(StatusOnlyCanary.class, Fault.CHANGED_VALUE),
                arguments(ShapeOnlyCanary.class, Fault.CHANGED_VALUE),
                arguments(ForgivingCanary.class, Fault.TRUNCATED_BODY),
                arguments(ForgivingCanary.class, Fault.RESET),
                arguments(ForgivingCanary.class, Fault.SLOW),
                arguments(ForgivingCanary.class, Fault.CHANGED_VALUE),
                arguments(HastyCanary.class, Fault.SLOW),
                arguments(OnceLateCanary.class, Fault.SLOW),
                arguments(AbortingCanary.class, Fault.STATUS_500));
    }

    @ParameterizedTest
    @MethodSource("missing_checks")
    void a_fault_survives_where_the_check_is_missing(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, shop);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(result.request()).startsWith("GET /");
    }

    static Stream<Arguments> checks() {
        return Stream.of(
                arguments(StatusOnlyCanary.class, Fault.STATUS_500),
                arguments(ShapeOnlyCanary.class, Fault.WRONG_SHAPE),
                arguments(ShapeOnlyCanary.class, Fault.HTML_PAGE),
                arguments(ChecksNothingCanary.class, Fault.TRUNCATED_BODY),
                arguments(ChecksNothingCanary.class, Fault.RESET),
                arguments(AbortingCanary.class, Fault.STATUS_404),
                arguments(SoftCanary.class, Fault.CHANGED_VALUE),
                arguments(WaitingCanary.class, Fault.STATUS_500),
                arguments(PlainTextCanary.class, Fault.EMPTY_BODY),
                arguments(PlainTextCanary.class, Fault.CHANGED_VALUE),
                arguments(PlainTextCanary.class, Fault.HTML_PAGE),
                arguments(AnonymousCanary.class, Fault.STATUS_500),
                arguments(AnonymousCanary.class, Fault.RESET),
                arguments(AnonymousCanary.class, Fault.SLOW),
                arguments(ShapeOnlyCanary.class, Fault.SLOW),
                arguments(SlowishCanary.class, Fault.SLOW),
                arguments(BodilessCanary.class, Fault.STATUS_500));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void a_fault_is_detected_where_there_is_a_check(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, shop);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.DETECTED);
    }

    static Stream<Arguments> impossible_faults() {
        return Stream.of(
                arguments(PlainTextCanary.class, Fault.WRONG_SHAPE),
                arguments(BodilessCanary.class, Fault.CHANGED_VALUE),
                arguments(BodilessCanary.class, Fault.EMPTY_BODY),
                arguments(BodilessCanary.class, Fault.TRUNCATED_BODY));
    }

    @ParameterizedTest
    @MethodSource("impossible_faults")
    void a_fault_that_no_response_can_have_is_not_injected(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, shop);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_NONE, names = "CERTIFICATE_.*")
    void a_canary_that_checks_every_response_detects_every_fault(Fault fault) throws IOException {
        assertThat(Proofs.inject(GoodCanary.class, fault, shop).verdict()).isEqualTo(FaultVerdict.DETECTED);
    }

    @Test
    void an_unknown_outcome_alerts_nobody() throws IOException {
        assertThat(Proofs.inject(AbortingCanary.class, Fault.STATUS_500, shop).reason())
                .startsWith("it ends as unknown, which alerts nobody: ");
    }

    /** Green whatever is answered, red only where nothing is. */
    @Canary(operation = "browse", timeout = "20s")
    static class ChecksNothingCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class StatusOnlyCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products").expectStatus(200);
        }
    }

    /** Looks at the shape and at no value. */
    @Canary(operation = "browse", timeout = "20s")
    static class ShapeOnlyCanary {
        @Test
        void products(CanaryClient client) {
            CanaryJson products = client.get("/products").expectStatus(200).json();
            assertTrue(products.has("/0/sku") && products.has("/0/price"));
        }
    }

    /** Takes every trouble for a reason not to look. */
    @Canary(operation = "browse", timeout = "20s")
    static class ForgivingCanary {
        @Test
        void products(CanaryClient client) {
            try {
                assertEquals("tea", client.get("/products").json().text("/0/sku"));
            } catch (CanaryStepError trouble) {
                return;
            }
        }
    }

    /** Green just before its time is over, but the first time a little later, as on a busy machine. */
    @Canary(operation = "browse", timeout = "20s")
    static class OnceLateCanary {
        private static final AtomicBoolean LATE = new AtomicBoolean();

        @Test
        void products(CanaryClient client) throws InterruptedException {
            try {
                client.get("/products");
            } catch (CanaryStepError trouble) {
                if (LATE.compareAndSet(false, true)) {
                    Thread.sleep(200);
                }
            }
        }
    }

    /** Does not wait for the answer. */
    @Canary(operation = "browse", timeout = "20s")
    static class HastyCanary {
        @Test
        void products(CanaryTarget target) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(target.uri() + "/products"))
                    .build();
            HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding());
            pause();
        }

        private static void pause() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class AbortingCanary {
        @Test
        void products(CanaryClient client) {
            CanaryResponse answer = client.get("/products");
            assumeTrue(answer.status() < 500);
            assertEquals("tea", answer.expectStatus(200).json().text("/0/sku"));
        }
    }

    /** Its checks are told by an extension, behind the test. */
    @Canary(operation = "browse", timeout = "20s")
    @ExtendWith(SoftAssertionsExtension.class)
    static class SoftCanary {
        @InjectSoftAssertions
        SoftAssertions soft;

        @Test
        void products(CanaryClient client) {
            soft.assertThat(client.get("/products").expectStatus(200).json().text("/0/sku"))
                    .isEqualTo("tea");
        }

        @AfterEach
        void clean_up(CanaryClient client) {
            client.get("/health");
        }
    }

    /** Sends its body when the service asks for it. */
    @Canary(operation = "place an order", timeout = "20s")
    static class WaitingCanary {
        @Test
        void an_order_is_placed(CanaryTarget target) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(target.uri() + "/orders"))
                    .expectContinue(true)
                    .POST(HttpRequest.BodyPublishers.ofString("\"any\""))
                    .build();
            assertEquals(
                    201,
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
    }

    @Canary(operation = "health", timeout = "20s")
    static class PlainTextCanary {
        @Test
        void health(CanaryClient client) {
            assertEquals("UP", client.get("/health").expectStatus(200).body());
        }
    }

    /** Speaks with a client of its own, and does not say who it is. */
    @Canary(operation = "browse", timeout = "20s")
    static class AnonymousCanary {
        @Test
        void products(CanaryTarget target) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(target.uri() + "/products"))
                    .build();
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            assertEquals("[{\"sku\": \"tea\", \"price\": 2.50}]", body);
        }
    }

    /** Takes a tenth of a second and more, which makes a timeout that is no whole second. */
    @Canary(operation = "browse", timeout = "20s")
    static class SlowishCanary {
        @Test
        void products(CanaryClient client) throws InterruptedException {
            Thread.sleep(111);
            assertEquals("tea", client.get("/products").expectStatus(200).json().text("/0/sku"));
        }
    }

    @Canary(operation = "health", timeout = "20s")
    static class BodilessCanary {
        @Test
        void health(CanaryClient client) {
            client.get("/empty").expectStatus(204);
        }
    }
}

package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.internal.canary.write.OrderCanaryTestCases.AbortingCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrokenBeforeItsFirstStepCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrokenByTheAnswerCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrowseCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.CredentialCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.DeafCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.HangsInSetUpCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.MalformedCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.NeverReturnsCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.PlaceAnOrderCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.RetryingCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.SlowToPleaseCanary;
import dev.andon.internal.formats.RunEnd;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class CanaryExtensionTest {

    private static void shop(HttpExchange exchange, String body) throws IOException {
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        switch (asked) {
            case "POST /orders" -> LittleService.json(exchange, 201, "{\"id\": 17}");
            case "GET /orders/17" -> LittleService.json(exchange, 200, "{\"id\": 17, \"items\": [{\"sku\": \"tea\"}]}");
            case "DELETE /orders/17" -> LittleService.answer(exchange, 204, "", "");
            case "GET /products" -> LittleService.json(exchange, 200, "{\"items\": [1, 2]}");
            default -> LittleService.answer(exchange, 404, "text/plain", "no " + asked);
        }
    }

    @Test
    void a_success_tells_its_steps() throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            CanaryRuns runs = CanaryRuns.of(PlaceAnOrderCanary.class, service.uri());

            RunEnd run = runs.only();
            assertThat(runs.green()).isTrue();
            assertThat(run.outcome()).isEqualTo(CanaryOutcome.SUCCESS);
            assertThat(run.start().canary().name()).isEqualTo("place-an-order");
            assertThat(run.start().environment()).isEqualTo("local");
            assertThat(run.start().target()).isEqualTo(service.uri().toString());
            assertThat(run.attempts()).hasSize(1);
            assertThat(run.steps())
                    .extracting(CanaryStep::name, CanaryStep::status, CanaryStep::cleanup)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("POST /orders", "201", false),
                            org.assertj.core.groups.Tuple.tuple("GET /orders/17", "200", false),
                            org.assertj.core.groups.Tuple.tuple("DELETE /orders/17", "204", true));
        }
    }

    @Test
    void every_request_names_the_canary_and_its_trace() throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            RunEnd run = CanaryRuns.of(PlaceAnOrderCanary.class, service.uri()).only();

            assertThat(service.asked()).hasSize(3).allSatisfy(asked -> {
                assertThat(asked.headers().getFirst("User-Agent"))
                        .isEqualTo("place-an-order-canary/dev (+https://runbooks.acme.com/orders)");
                assertThat(asked.headers().getFirst("tracestate")).isEqualTo("canary=place-an-order");
            });
            assertThat(service.asked())
                    .extracting(asked -> asked.headers().getFirst("traceparent"))
                    .containsExactlyElementsOf(run.steps().stream()
                            .map(step -> "00-" + run.traceId() + "-" + step.spanId() + "-01")
                            .toList());
        }
    }

    @Test
    void a_wrong_status_is_a_failure_that_shows_the_answer() throws IOException {
        try (LittleService service = new LittleService(
                (exchange, body) -> LittleService.answer(exchange, 503, "text/plain", "down for\n\n maintenance"))) {
            CanaryRuns runs = CanaryRuns.of(BrowseCanary.class, service.uri());

            assertThat(runs.green()).isFalse();
            assertThat(runs.only().outcome()).isEqualTo(CanaryOutcome.FAILURE);
            assertThat(runs.only().reason())
                    .isEqualTo("GET /products answered 503 in place of 200: down for maintenance (trace "
                            + runs.only().traceId() + ")");
        }
    }

    @Test
    void a_value_of_another_shape_is_a_failure() throws IOException {
        try (LittleService service =
                new LittleService((exchange, body) -> LittleService.json(exchange, 200, "{\"items\": 2}"))) {
            RunEnd run = CanaryRuns.of(BrowseCanary.class, service.uri()).only();

            assertThat(run.outcome()).isEqualTo(CanaryOutcome.FAILURE);
            assertThat(run.reason()).contains("something else than a array or object at /items: {\"items\": 2}");
        }
    }

    @Test
    void the_first_line_of_a_failure_is_the_canarys_own() throws IOException {
        try (LittleService service =
                new LittleService((exchange, body) -> LittleService.answer(exchange, 503, "text/plain", "down"))) {
            Throwable thrown = CanaryRuns.of(BrowseCanary.class, service.uri()).thrown();

            assertThat(thrown.getStackTrace()[0].getFileName()).isEqualTo("OrderCanaryTestCases.java");
        }
    }

    @Test
    void right_and_slow_is_degraded_and_green() throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            CanaryRuns cold = CanaryRuns.of(SlowToPleaseCanary.class, service.uri());
            CanaryRuns runs = CanaryRuns.of(SlowToPleaseCanary.class, service.uri());

            assertThat(cold.only().start().cold()).isTrue();
            assertThat(cold.only().outcome()).isEqualTo(CanaryOutcome.SUCCESS);
            assertThat(runs.only().start().cold()).isFalse();
            assertThat(runs.green()).isTrue();
            assertThat(runs.only().outcome()).isEqualTo(CanaryOutcome.DEGRADED);
            assertThat(runs.only().reason()).startsWith("took ").endsWith(", more than 1ms");
        }
    }

    @Test
    void a_retried_success_is_not_one_at_the_first_try() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (LittleService service = new LittleService(
                (exchange, body) -> LittleService.json(exchange, asked.incrementAndGet() % 2 == 1 ? 500 : 200, "{}"))) {
            CanaryRuns retried = CanaryRuns.of(RetryingCanary.class, service.uri());

            assertThat(retried.green()).isTrue();
            assertThat(retried.only().outcome()).isEqualTo(CanaryOutcome.SUCCESS);
            assertThat(retried.only().attempts()).hasSize(2);
            assertThat(retried.only().reason()).startsWith("first try: GET /products answered 500 in place of 200");
            assertThat(retried.only().steps()).hasSize(2);
        }
    }

    @Test
    void what_fails_twice_is_a_failure() throws IOException {
        try (LittleService service = new LittleService((exchange, body) -> LittleService.json(exchange, 500, "{}"))) {
            RunEnd run = CanaryRuns.of(RetryingCanary.class, service.uri()).only();

            assertThat(run.outcome()).isEqualTo(CanaryOutcome.FAILURE);
            assertThat(run.attempts()).hasSize(2);
        }
    }

    @Test
    void a_token_in_an_answer_stands_in_no_message() throws IOException {
        try (LittleService service = new LittleService((exchange, body) ->
                LittleService.json(exchange, 401, "{\"token\": \"tok-planted\", \"hint\": \"renew it\"}"))) {
            CanaryRuns runs = CanaryRuns.of(BrowseCanary.class, service.uri());

            assertThat(runs.only().reason())
                    .contains("answered 401", "renew it")
                    .doesNotContain("planted");
            assertThat(runs.thrown()).hasMessageContaining("renew it").hasMessageNotContaining("planted");
        }
    }

    @Test
    void without_a_target_nothing_is_green() {
        CanaryRuns runs = CanaryRuns.of(BrowseCanary.class, Map.of());

        assertThat(runs.green()).isFalse();
        assertThat(runs.only().outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
        assertThat(runs.only().reason())
                .isEqualTo("no target: set the configuration parameter andon.canary.target or the environment variable"
                        + " ANDON_CANARY_TARGET");
        assertThat(runs.only().start().environment()).isEmpty();
        assertThat(runs.only().start().target()).isEmpty();
        assertThat(runs.thrown()).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void without_a_credential_nothing_is_green() throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            RunEnd run = CanaryRuns.of(CredentialCanary.class, service.uri()).only();

            assertThat(run.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
            assertThat(run.reason())
                    .isEqualTo("no credential api-key; set the environment variable ANDON_CANARY_CREDENTIAL_API_KEY");
        }
    }

    @Test
    void where_an_answer_is_required_learning_nothing_fails() throws IOException {
        CanaryRuns noTarget = CanaryRuns.of(BrowseCanary.class, Map.of("andon.canary.required", "true"));
        assertThat(noTarget.only().outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
        assertThat(noTarget.thrown())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("no result, although andon.canary.required is true: no target: set");

        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            Map<String, String> required =
                    Map.of("andon.canary.target", service.uri().toString(), "andon.canary.required", "true");
            CanaryRuns noCredential = CanaryRuns.of(CredentialCanary.class, required);
            assertThat(noCredential.only().outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
            assertThat(noCredential.thrown())
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("no credential api-key");
            CanaryRuns aborted = CanaryRuns.of(AbortingCanary.class, required);
            assertThat(aborted.thrown()).isInstanceOf(AssertionFailedError.class);
            assertThat(CanaryRuns.of(PlaceAnOrderCanary.class, required).green())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void what_is_neither_true_nor_false_is_refused(String value) {
        assertThat(CanaryRuns.of(BrowseCanary.class, Map.of("andon.canary.required", value))
                        .thrown())
                .hasMessage("andon.canary.required = " + value + ": write true or false");
    }

    @Test
    void a_variable_that_is_nearly_ours_is_refused_and_others_are_not() {
        assertThatThrownBy(() -> CanarySettings.checkVariables(List.of("PATH", "ANDON_CANARY_REQUIRE")))
                .hasMessage("unknown environment variable ANDON_CANARY_REQUIRE; did you mean ANDON_CANARY_REQUIRED?");
        assertThatCode(() -> CanarySettings.checkVariables(List.of(
                        "ANDON_CANARY_REQUIRED",
                        "ANDON_CANARY_TARGET_OF_STAGING",
                        "ANDON_CANARY_CREDENTIAL_KEY",
                        "ANDON_CANARY_TARGET")))
                .doesNotThrowAnyException();
    }

    @Test
    void an_abort_is_unknown() throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            RunEnd run = CanaryRuns.of(AbortingCanary.class, service.uri()).only();

            assertThat(run.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
            assertThat(run.reason()).endsWith("no product is on sale today");
        }
    }

    @Test
    void a_canary_that_breaks_by_itself_is_unknown_and_by_the_answer_a_failure() throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            CanaryRuns itself = CanaryRuns.of(BrokenBeforeItsFirstStepCanary.class, service.uri());
            CanaryRuns answer = CanaryRuns.of(BrokenByTheAnswerCanary.class, service.uri());

            assertThat(itself.green()).isFalse();
            assertThat(itself.only().outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
            assertThat(itself.only().reason()).isEqualTo("IllegalStateException: cannot read my own file");
            assertThat(answer.green()).isFalse();
            assertThat(answer.only().outcome()).isEqualTo(CanaryOutcome.FAILURE);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {NeverReturnsCanary.class, DeafCanary.class, HangsInSetUpCanary.class})
    void a_canary_that_never_returns_ends_within_its_timeout(Class<?> canary) throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            CanaryRuns runs = CanaryRuns.of(canary, service.uri());

            assertThat(runs.green()).isFalse();
            assertThat(runs.only().outcome()).isIn(CanaryOutcome.FAILURE, CanaryOutcome.UNKNOWN);
            assertThat(runs.only().reason())
                    .startsWith("did not end within 300ms; it was ")
                    .contains("OrderCanaryTestCases.java:");
            assertThat(runs.only().duration()).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void a_malformed_attribute_is_told_before_anything_runs() throws IOException {
        try (LittleService service = new LittleService(CanaryExtensionTest::shop)) {
            CanaryRuns runs = CanaryRuns.of(MalformedCanary.class, service.uri());

            assertThat(runs.runs()).isEmpty();
            assertThat(runs.thrown())
                    .hasMessage("@Canary(timeout = \"soon\") on " + MalformedCanary.class.getName()
                            + ": write a duration such as 500ms, 10s or 1m");
            assertThat(service.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.acme.com",
                "ftp://shop.acme.com",
                "http://",
                "http://shop acme",
                "http://user:password@shop.acme.com",
                "https://shop.acme.com/?token=x"
            })
    void a_malformed_target_is_told_before_anything_runs_without_showing_it(String target) {
        CanaryRuns runs = CanaryRuns.of(BrowseCanary.class, Map.of("andon.canary.target", target));

        assertThat(runs.green()).isFalse();
        assertThat(runs.thrown())
                .hasMessageStartingWith("andon.canary.target is malformed: ")
                .hasMessageEndingWith("write for example https://shop.acme.com");
        assertThat(runs.thrown().getMessage()).doesNotContain("password");
    }

    @Test
    void production_is_not_asked_from_a_build() {
        CanaryRuns runs = CanaryRuns.of(
                BrowseCanary.class,
                Map.of("andon.canary.target", "http://localhost:1", "andon.canary.environment", "prod-eu"));
        CanaryRuns allowed = CanaryRuns.of(
                BrowseCanary.class,
                Map.of(
                        "andon.canary.target",
                        "http://localhost:1",
                        "andon.canary.environment",
                        "prod-eu",
                        "andon.canary.production",
                        "allowed"));

        assertThat(runs.thrown())
                .hasMessageContaining("(environment prod-eu) is production, and this is the test run of a build");
        assertThat(allowed.only().outcome()).isEqualTo(CanaryOutcome.FAILURE);
        assertThat(allowed.only().reason()).startsWith("GET /products cannot connect");
    }

    @Test
    void an_unknown_key_names_the_nearest_one() {
        System.setProperty("andon.canary.targte", "http://localhost:1");
        try {
            assertThat(CanaryRuns.of(BrowseCanary.class, Map.of()).thrown())
                    .hasMessage(
                            "unknown configuration parameter andon.canary.targte; did you mean andon.canary.target?");
        } finally {
            System.clearProperty("andon.canary.targte");
        }
    }
}

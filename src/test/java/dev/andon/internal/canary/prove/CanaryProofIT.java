package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.Canary;
import dev.andon.canary.CanaryProof;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.formats.ProvenCanaryCodec;
import dev.andon.testing.LittleService;
import dev.andon.testing.OutputProperty;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The proof as its users see it: tests, and a file. */
class CanaryProofIT {
    @TempDir
    Path output;

    private static LittleService shop;
    private OutputProperty property;

    @BeforeEach
    void open() throws IOException {
        shop = LittleShop.open();
        property = new OutputProperty(output);
    }

    @AfterEach
    void close() {
        shop.close();
        property.close();
    }

    static class ShopProofTestCases {
        @TestFactory
        Stream<DynamicNode> canaries_turn_red() {
            return CanaryProof.of(GoodCanary.class).against(shop.uri()).tests();
        }
    }

    static class WeakProofTestCases {
        @TestFactory
        Stream<DynamicNode> canaries_turn_red() {
            return CanaryProof.of(MissingCheckIT.StatusOnlyCanary.class)
                    .against(shop.uri())
                    .tests();
        }
    }

    static class RedProofTestCases {
        @TestFactory
        Stream<DynamicNode> canaries_turn_red() {
            return CanaryProof.of(CanaryProverIT.RedCanary.class)
                    .against(shop.uri())
                    .tests();
        }
    }

    static class NoProofTestCases {
        @TestFactory
        Stream<DynamicNode> canaries_turn_red() {
            return CanaryProof.of(String.class).against(shop.uri()).tests();
        }
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private JsonObject file(Class<?> canary) throws IOException, JsonParserException {
        return JsonParser.object()
                .from(Files.readString(output.resolve("proofs").resolve(canary.getName() + ".json")));
    }

    private static List<String> messages(EngineExecutionResults results) {
        return results.testEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .toList();
    }

    @Test
    void a_good_canary_passes_all() throws Exception {
        EngineExecutionResults results = run(ShopProofTestCases.class);

        results.testEvents().assertStatistics(stats -> stats.started(26).succeeded(23));
        assertThat(results.testEvents().started().map(event -> event.getTestDescriptor()
                        .getDisplayName()))
                .startsWith(
                        "GoodCanary: is green with no fault injected",
                        "GoodCanary: performs the operation that it names, and waives few faults",
                        "GoodCanary: is red when the service answers 500")
                .endsWith(
                        "GoodCanary: is red when the service sends the body too slowly",
                        "GoodCanary: keeps a record that states an outage");
        JsonObject file = file(GoodCanary.class);
        assertThat(file.getString("controlRun")).isEqualTo("success");
        assertThat(file.getString("route")).isEqualTo("POST /orders");
        assertThat(file.getArray("requests")).hasSize(4);
        assertThat(file.getArray("anonymous")).isEmpty();
        assertThat(file.getObject("tolerance"))
                .containsEntry("policy", "3/5")
                .containsEntry("alertsOnBlip", false)
                .containsEntry("alertsAfter", 3);
        assertThat(file.getObject("outage")).containsEntry("undecided", "").containsEntry("fault", "refused");
        assertThat(file.getArray("faults"))
                .hasSizeGreaterThan(40)
                .extracting(fault -> ((JsonObject) fault).getString("verdict"))
                .contains("detected")
                .doesNotContain("survived", "undecided", "waived");
        assertThat(proven(GoodCanary.class)).content().contains("\"" + GoodCanary.class.getName() + "\":\"");
    }

    private Path proven(Class<?> canary) {
        return output.resolve(ProvenCanaryCodec.fileOf(canary.getName()));
    }

    @Test
    void a_proof_that_finds_something_takes_back_what_an_earlier_one_said() throws Exception {
        Path earlier = proven(MissingCheckIT.StatusOnlyCanary.class);
        Files.createDirectories(earlier.getParent());
        Files.writeString(earlier, "{}");

        run(WeakProofTestCases.class);

        assertThat(earlier).doesNotExist();
    }

    static class HardUrlProofTestCases {
        @TestFactory
        Stream<DynamicNode> canaries_turn_red() {
            HardUrlCanary.hard = shop.uri();
            return CanaryProof.of(HardUrlCanary.class).against(shop.uri()).tests();
        }
    }

    static class DatabaseProofTestCases {
        @TestFactory
        Stream<DynamicNode> canaries_turn_red() {
            return CanaryProof.of(DatabaseCanary.class)
                    .credential("database-url", "jdbc:little://")
                    .against(shop.uri())
                    .tests();
        }
    }

    @Test
    void a_canary_that_goes_where_its_code_says_is_told_so() throws Exception {
        EngineExecutionResults results = run(HardUrlProofTestCases.class);

        assertThat(messages(results).get(0))
                .contains("HardUrlCanary", "never contacts its target", "CanaryTarget.uri()");
        assertThat(file(HardUrlCanary.class).getBoolean("asked")).isFalse();
    }

    @Test
    void a_canary_that_goes_where_its_configuration_says_is_let_alone() throws Exception {
        EngineExecutionResults results = run(DatabaseProofTestCases.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(26).succeeded(2).aborted(24));
        assertThat(file(DatabaseCanary.class).getBoolean("asked")).isTrue();
    }

    static class ExitingProofTestCases {
        @TestFactory
        Stream<DynamicNode> canaries_turn_red() {
            return CanaryProof.of(ExitCallsTest.ExitingCanary.class, MissingCheckIT.PlainTextCanary.class)
                    .against(shop.uri())
                    .tests();
        }
    }

    @Test
    void a_canary_that_would_end_the_build_is_refused_and_the_others_are_proven() throws Exception {
        EngineExecutionResults results = run(ExitingProofTestCases.class);

        results.testEvents()
                .assertStatistics(
                        stats -> stats.started(27).succeeded(21).aborted(5).failed(1));
        assertThat(messages(results).get(0))
                .contains("ExitingCanary: canary-detects-failure", "calls System.exit, which would end this JVM");
    }

    @Test
    void a_fault_that_survives_is_named_with_the_request_and_the_fix() throws Exception {
        EngineExecutionResults results = run(WeakProofTestCases.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(26).failed(5).aborted(4));
        assertThat(messages(results).get(0)).isEqualTo("""
                StatusOnlyCanary: canary-detects-failure
                  found: the canary does not turn red when the service answers with a redirect to a login page to GET /products: it stays green
                  fix: check the response to GET /products, or say why not: @WaiveFault(value = Fault.LOGIN_REDIRECT, request = "GET /products", reason = "…")""");
        assertThat(file(MissingCheckIT.StatusOnlyCanary.class).getArray("faults"))
                .filteredOn(fault -> ((JsonObject) fault).getString("verdict").equals("survived"))
                .extracting(fault -> ((JsonObject) fault).getString("fault"))
                .containsExactly("login-redirect", "empty-body", "html-page", "wrong-shape", "changed-value");
    }

    @Test
    void a_canary_that_is_red_in_control_runs_fails_once() throws Exception {
        EngineExecutionResults results = run(RedProofTestCases.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(26).failed(1).aborted(25));
        assertThat(messages(results).get(0))
                .contains("is not green against the healthy service: GET /products answered 200 in place of 418");
        assertThat(file(CanaryProverIT.RedCanary.class).getString("controlRun")).isEqualTo("failure");
    }

    @Test
    void what_is_no_canary_is_refused() {
        EngineExecutionResults results = run(NoProofTestCases.class);

        assertThat(results.allEvents().failed().map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage()))
                .containsExactly("java.lang.String is no canary: annotate it with @Canary");
    }

    @Test
    void no_canary_at_all_is_refused() {
        assertThatThrownBy(() ->
                        CanaryProof.of().against(URI.create("http://localhost")).tests())
                .hasMessageStartingWith("no canary to prove");
        assertThatThrownBy(CanaryProof::ofArtefacts).hasMessageContaining("META-INF/andon/canaries.json");
    }

    /** Contacts the address in its code. */
    @Canary(operation = "browse", timeout = "20s")
    static class HardUrlCanary {
        static URI hard = URI.create("http://localhost");

        @Test
        void products() throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(hard + "/products")).build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
    }

    /** Contacts the address in a credential, such as a database behind the service. */
    @Canary(operation = "count", timeout = "20s")
    static class DatabaseCanary {
        @Test
        void rows(CanaryTarget target) {
            assertEquals("jdbc:little://", target.credential("database-url"));
        }
    }
}

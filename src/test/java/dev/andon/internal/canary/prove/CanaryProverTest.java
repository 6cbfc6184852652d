package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.canary.CanaryProof;
import dev.andon.canary.Fault;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryProverTest {
    private static LittleService shop;

    @BeforeAll
    static void open() throws IOException {
        shop = LittleShop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static CanaryProver proof(Class<?> canary) {
        return new CanaryProver(canary, shop.uri(), Map.of());
    }

    private static FaultResult prove(Class<?> canary, Fault fault) throws IOException {
        CanaryProver proof = proof(canary);
        ControlRun baseline = proof.undisturbed();
        assertThat(baseline.result().healthy()).as(baseline.result().reason()).isTrue();
        return proof.under(fault, baseline);
    }

    private static Class<?> canary(String name) throws ClassNotFoundException {
        return Class.forName(ProvenCanaryTestCases.class.getName() + "$" + name + "Canary");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_good_canary_is_red_under_every_fault(Fault fault) throws IOException {
        assertThat(prove(ProvenCanaryTestCases.GoodCanary.class, fault).verdict())
                .isEqualTo(FaultVerdict.DETECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "ChecksNothing, STATUS_500",
        "ChecksNothing, STATUS_503",
        "ChecksNothing, STATUS_404",
        "ChecksNothing, STATUS_401",
        "ChecksNothing, EMPTY_BODY",
        "StatusOnly, EMPTY_BODY",
        "StatusOnly, HTML_PAGE",
        "StatusOnly, WRONG_SHAPE",
        "StatusOnly, CHANGED_VALUE",
        "ShapeOnly, CHANGED_VALUE",
        "Forgiving, TRUNCATED_BODY",
        "Forgiving, RESET",
        "Forgiving, SLOW",
        "Hasty, SLOW",
        "ChangingBlindly, STALE",
        "Listing, STALE",
        "Aborting, STATUS_500",
        "SameAgain, STALE",
        "Miscounting, STALE",
        "Basket, STALE",
    })
    void a_canary_that_lacks_a_check_survives(String canary, Fault fault) throws Exception {
        FaultResult proven = prove(canary(canary), fault);

        assertThat(proven.verdict()).as(proven.reason()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(proven.request()).startsWith("GET /");
    }

    @ParameterizedTest
    @CsvSource({
        "StatusOnly, STATUS_500",
        "ShapeOnly, WRONG_SHAPE",
        "ShapeOnly, HTML_PAGE",
        "ChecksNothing, TRUNCATED_BODY",
        "ChecksNothing, RESET",
        "Forgiving, CHANGED_VALUE",
        "NeverCompares, STATUS_404",
        "Aborting, STATUS_404",
        "Polling, STATUS_500",
        "Changing, STALE",
        "Soft, CHANGED_VALUE",
        "Waiting, STATUS_500",
        "Counting, STALE",
        "Polling, RESET",
        "PlainText, EMPTY_BODY",
        "PlainText, HTML_PAGE",
        "Anonymous, STATUS_500",
        "Anonymous, RESET",
        "Anonymous, SLOW",
        "ShapeOnly, SLOW",
        "Slowish, SLOW",
        "Bodiless, STATUS_500",
    })
    void a_canary_that_checks_it_is_red(String canary, Fault fault) throws Exception {
        FaultResult proven = prove(canary(canary), fault);

        assertThat(proven.verdict()).as(proven.reason()).isEqualTo(FaultVerdict.DETECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "ReadsSomethingElse, STALE",
        "Bill, STALE",
        "Searching, STALE",
        "ChangingAndSearching, STALE",
        "Refused, STALE",
        "Glancing, STALE",
        "NeverCompares, STALE",
        "Clock, STALE",
        "Polling, STALE",
        "StatusOnly, STALE",
        "PlainText, WRONG_SHAPE",
        "PlainText, CHANGED_VALUE",
        "Bodiless, EMPTY_BODY",
        "Bodiless, TRUNCATED_BODY",
    })
    void a_fault_that_nothing_could_show_is_not_tried(String canary, Fault fault) throws Exception {
        assertThat(prove(canary(canary), fault).verdict()).isEqualTo(FaultVerdict.NOT_APPLICABLE);
    }

    @Test
    void what_ends_as_unknown_pages_nobody() throws IOException {
        assertThat(prove(ProvenCanaryTestCases.AbortingCanary.class, Fault.STATUS_500)
                        .reason())
                .startsWith("it ends as unknown, which pages nobody: ");
    }

    @Test
    void the_exchange_that_is_not_checked_is_named_though_an_earlier_one_is() throws IOException {
        FaultResult proven = prove(ProvenCanaryTestCases.ChangingBlindlyCanary.class, Fault.STALE);

        assertThat(proven.request()).matches("GET /orders/\\d+");
        assertThat(proven.reason()).isEqualTo("it stays green");
    }

    @Test
    void the_exchange_that_is_struck_is_known_by_what_it_asks() throws IOException {
        FaultResult proven = prove(ProvenCanaryTestCases.TwoAtOnceCanary.class, Fault.EMPTY_BODY);

        assertThat(proven.verdict()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(proven.request()).isEqualTo("GET /health");
    }

    @Test
    void a_clean_up_that_fails_is_no_check() throws IOException {
        FaultResult proven = prove(ProvenCanaryTestCases.LazyCanary.class, Fault.CHANGED_VALUE);

        assertThat(proven.verdict()).isEqualTo(FaultVerdict.SURVIVED);
        assertThat(proven.request()).isEqualTo("POST /orders");
        assertThat(prove(ProvenCanaryTestCases.LazyCanary.class, Fault.WRONG_SHAPE)
                        .verdict())
                .isEqualTo(FaultVerdict.DETECTED);
    }

    @Test
    void a_waived_fault_gives_the_reason() throws IOException {
        FaultResult proven = prove(ProvenCanaryTestCases.WaivingCanary.class, Fault.CHANGED_VALUE);

        assertThat(proven.verdict()).isEqualTo(FaultVerdict.WAIVED);
        assertThat(proven.reason()).isEqualTo("prices change by the hour");
    }

    @Test
    void a_waiver_needs_a_reason() {
        assertThatThrownBy(() -> proof(ProvenCanaryTestCases.WaivingWithoutReasonCanary.class))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageContaining("say why slow does not apply");
    }

    @ParameterizedTest
    @CsvSource({"Red, answered 200 in place of 418", "Disabled, is disabled: until the shop opens"})
    void a_canary_that_is_not_green_undisturbed_is_not_healthy(String canary, String reason) throws Exception {
        ControlRun baseline = proof(canary(canary)).undisturbed();

        assertThat(baseline.result().healthy()).isFalse();
        assertThat(baseline.result().reason()).contains(reason);
    }

    @Test
    void who_does_not_say_who_it_is_is_named() throws IOException {
        assertThat(proof(ProvenCanaryTestCases.GoodCanary.class).undisturbed().anonymous())
                .isEmpty();
        assertThat(proof(ProvenCanaryTestCases.AnonymousCanary.class)
                        .undisturbed()
                        .anonymous())
                .singleElement()
                .asString()
                .startsWith("GET /products: its User-Agent is Java-http-client/")
                .endsWith(", not <name>-canary/<version>");
    }

    @Test
    void the_clean_up_is_not_struck() throws IOException {
        ControlRun baseline = proof(ProvenCanaryTestCases.GoodCanary.class).undisturbed();

        List<String> methods = baseline.second().stream()
                .map(exchange -> exchange.request().method())
                .toList();
        assertThat(methods).containsExactly("POST", "PUT", "GET", "DELETE");
        assertThat(baseline.operation()).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /orders/117, GET /orders/",
        "GET /orders/117/lines, GET /orders/",
        "'GET /products?page=2, GET /a', GET /products",
        "GET /, GET /"
    })
    void a_fix_names_what_stays_the_same_in_every_run(String key, String stable) {
        assertThat(RecordedRequest.stable(key)).isEqualTo(stable);
    }

    @Test
    void a_query_is_not_shown() throws IOException {
        ControlRun baseline = proof(ProvenCanaryTestCases.TokenCanary.class).undisturbed();

        assertThat(baseline.second()).extracting(RecordedRequest::shown).containsExactly("GET /products?…");
        assertThat(baseline.second().get(0).key()).isEqualTo("GET /products?token=p1anted");
    }

    @Test
    void every_fault_has_its_own_id() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::id).collect(Collectors.toSet()))
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({
        "Exiting, System.exit",
        "Halting, Runtime.halt",
        "ExitingByHelper, Runtime.exit",
        "ExitingByInterface, Runtime.halt"
    })
    void what_would_end_the_build_is_found_wherever_it_stands(String canary, String call) throws Exception {
        assertThat(ExitCalls.in(canary(canary)))
                .hasValueSatisfying(found -> assertThat(found).startsWith(call));
    }

    @Test
    void a_helper_is_named_and_a_program_of_its_own_is_none() throws Exception {
        assertThat(ExitCalls.in(ProvenCanaryTestCases.ExitingByHelperCanary.class))
                .contains("Runtime.exit in dev.andon.internal.canary.prove.LittleExit");
        assertThat(ExitCalls.in(ProvenCanaryTestCases.UsingAProgramCanary.class))
                .isEmpty();
    }

    @Test
    void what_ends_nothing_is_left_alone() {
        assertThat(ExitCalls.in(LittleShop.class)).isEmpty();
    }

    @Test
    void another_protocol_passes_through_and_its_connection_is_struck() throws Exception {
        try (ServerSocket server = talking("you asked: ", true)) {
            CanaryProver proof = new CanaryProver(
                    ProvenCanaryTestCases.SocketCanary.class,
                    URI.create("http://localhost:" + server.getLocalPort()),
                    Map.of());
            ControlRun baseline = proof.undisturbed();
            assertThat(baseline.result().healthy())
                    .as(baseline.result().reason())
                    .isTrue();
            assertThat(baseline.second()).extracting(RecordedRequest::http).containsExactly(false);
            assertThat(baseline.anonymous()).isEmpty();

            for (Fault fault : Fault.values()) {
                assertThat(proof.under(fault, baseline).verdict())
                        .as(fault.id())
                        .isEqualTo(
                                fault == Fault.RESET || fault == Fault.SLOW
                                        ? FaultVerdict.DETECTED
                                        : FaultVerdict.NOT_APPLICABLE);
            }
        }
    }

    @Test
    void a_canary_of_another_protocol_that_forgives_a_lost_connection_survives() throws Exception {
        try (ServerSocket server = talking("you asked: ", true)) {
            CanaryProver proof = new CanaryProver(
                    ProvenCanaryTestCases.ForgivingSocketCanary.class,
                    URI.create("http://localhost:" + server.getLocalPort()),
                    Map.of());

            FaultResult proven = proof.under(Fault.RESET, proof.undisturbed());

            assertThat(proven.verdict()).isEqualTo(FaultVerdict.SURVIVED);
            assertThat(proven.request()).isEqualTo("its connection, which speaks no HTTP/1.1");
        }
    }

    @Test
    void a_server_may_speak_first() throws Exception {
        try (ServerSocket server = talking("hello", false)) {
            ControlRun baseline = undisturbed(ProvenCanaryTestCases.GreetedCanary.class, server);

            assertThat(baseline.result().healthy())
                    .as(baseline.result().reason())
                    .isTrue();
        }
    }

    private static ControlRun undisturbed(Class<?> canary, ServerSocket server) throws IOException {
        return new CanaryProver(canary, URI.create("http://localhost:" + server.getLocalPort()), Map.of())
                .undisturbed();
    }

    /** Says a line to each client, and where it listens first, what the client said behind it. */
    private static ServerSocket talking(String words, boolean listensFirst) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    String heard = listensFirst
                            ? new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                                    .readLine()
                            : "";
                    client.getOutputStream().write((words + heard + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    @Test
    void a_service_that_is_not_there_is_the_cause() throws Exception {
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();

        ControlRun baseline = undisturbed(ProvenCanaryTestCases.GoodCanary.class, gone);

        assertThat(baseline.result().healthy()).isFalse();
        assertThat(baseline.result().reason())
                .startsWith("the service at http://localhost:" + gone.getLocalPort() + " cannot be asked: ")
                .contains("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "localhost:8080", "ftp://localhost", "http:///orders"})
    void a_service_is_named_by_a_whole_uri(String uri) {
        CanaryProof proof = CanaryProof.of(ProvenCanaryTestCases.GoodCanary.class);

        assertThatThrownBy(() -> proof.against(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("against(" + uri + ")", "URI.create(\"http://localhost:\" + port)");
        assertThatThrownBy(() -> proof.against(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("against(null): name the running service");
    }
}

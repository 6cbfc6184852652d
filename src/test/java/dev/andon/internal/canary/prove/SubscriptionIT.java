package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.Canary;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Canaries that subscribe to events before they do what the events tell of. */
class SubscriptionIT {
    private final List<LinkedBlockingQueue<String>> subscribers = new CopyOnWriteArrayList<>();
    private LittleService kitchen;

    @BeforeEach
    void open() throws IOException {
        kitchen = new LittleService(this::handle);
    }

    @AfterEach
    void close() {
        kitchen.close();
    }

    private void handle(HttpExchange exchange, String body) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI()) {
            case "POST /orders" -> {
                subscribers.forEach(
                        subscriber -> subscriber.add("{\"dish\": \"" + body + "\", \"state\": \"COOKING\"}"));
                LittleService.answer(exchange, 204, "", "");
            }
            case "GET /events" -> {
                LinkedBlockingQueue<String> mine = new LinkedBlockingQueue<>();
                subscribers.add(mine);
                OutputStream out = stream(exchange);
                for (String next = next(mine); !next.isEmpty(); next = next(mine)) {
                    send(out, next);
                }
            }
            case "GET /menu" -> {
                OutputStream out = stream(exchange);
                out.write(": connected\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                out.write("event: dish\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                for (int dish = 1; dish <= 600; dish++) {
                    send(out, "{\"dish\": \"number " + dish + "\", \"id\": \"d-" + dish + "\"}");
                }
            }
            case "POST /recipes" -> {
                OutputStream out = stream(exchange);
                for (String word : List.of("take", body, "and", "stir")) {
                    send(out, word);
                }
            }
            default -> {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    private static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        return exchange.getResponseBody();
    }

    private static void send(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String next(LinkedBlockingQueue<String> events) {
        try {
            String next = events.poll(20, TimeUnit.SECONDS);
            return next == null ? "" : next;
        } catch (InterruptedException closed) {
            return "";
        }
    }

    static Stream<Arguments> survivors() {
        return Stream.of(
                arguments(AnyEventCanary.class, Fault.CHANGED_VALUE),
                arguments(HeadersOnlyCanary.class, Fault.EMPTY_BODY),
                arguments(HeadersOnlyCanary.class, Fault.CHANGED_VALUE),
                arguments(AnyWordCanary.class, Fault.CHANGED_VALUE),
                arguments(MenuLengthCanary.class, Fault.CHANGED_VALUE));
    }

    @ParameterizedTest
    @MethodSource("survivors")
    void a_fault_in_events_survives_where_nothing_checks_them(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, kitchen);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.SURVIVED);
    }

    static Stream<Arguments> detections() {
        return Stream.of(
                arguments(AnyEventCanary.class, Fault.STATUS_500),
                arguments(AnyEventCanary.class, Fault.EMPTY_BODY),
                arguments(AnyEventCanary.class, Fault.SLOW),
                arguments(OwnDishCanary.class, Fault.MISSING_BODY),
                arguments(OwnDishCanary.class, Fault.HTML_PAGE),
                arguments(RecipeCanary.class, Fault.STATUS_500));
    }

    @ParameterizedTest
    @MethodSource("detections")
    void a_fault_in_events_is_detected_where_they_are_checked(Class<?> canary, Fault fault) throws IOException {
        FaultResult result = Proofs.inject(canary, fault, kitchen);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.DETECTED);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(OwnDishCanary.class, "data: {"),
                arguments(RecipeCanary.class, "no eggs"),
                arguments(LastDishCanary.class, "the last dish is"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_changed_event_is_what_the_canary_complains_of(Class<?> canary, String complaint) throws IOException {
        FaultResult result = Proofs.inject(canary, Fault.CHANGED_VALUE, kitchen);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(FaultVerdict.DETECTED);
        assertThat(result.reason()).contains(complaint);
    }

    @Test
    void only_the_head_of_events_is_sent_where_only_that_is_requested() throws IOException {
        assertThat(Proofs.inject(HeadCanary.class, Fault.STATUS_500, kitchen).verdict())
                .isEqualTo(FaultVerdict.DETECTED);
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpRequest.Builder request(CanaryTarget target, String path) {
        return HttpRequest.newBuilder(URI.create(target.uri() + path));
    }

    private static HttpResponse<Stream<String>> subscribe(CanaryTarget target) {
        return send(request(target, "/events").build());
    }

    private static HttpResponse<Stream<String>> order(CanaryTarget target, String dish) {
        return send(
                request(target, "/orders").POST(BodyPublishers.ofString(dish)).build());
    }

    private static Stream<String> menu(CanaryTarget target) {
        return send(request(target, "/menu").build()).body().filter(line -> line.startsWith("data:"));
    }

    private static HttpResponse<Stream<String>> recipe(CanaryTarget target) {
        return send(request(target, "/recipes")
                .POST(BodyPublishers.ofString("eggs"))
                .build());
    }

    private static HttpResponse<Stream<String>> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofLines());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class AnyEventCanary {
        @Test
        void cooks(CanaryTarget target) {
            try (Stream<String> lines = subscribe(target).body()) {
                assertEquals(204, order(target, "soup").statusCode());

                assertTrue(lines.anyMatch(line -> line.startsWith("data:")));
            }
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class OwnDishCanary {
        @Test
        void cooks(CanaryTarget target) {
            String dish = "soup" + System.nanoTime();
            try (Stream<String> lines = subscribe(target).body()) {
                assertEquals(204, order(target, dish).statusCode());

                String event = lines.filter(line -> line.startsWith("data:"))
                        .findFirst()
                        .orElseThrow();
                assertTrue(event.contains(dish) && event.contains("COOKING"), event);
            }
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class HeadersOnlyCanary {
        @Test
        void cooks(CanaryTarget target) {
            HttpResponse<Stream<String>> events = subscribe(target);
            try (Stream<String> lines = events.body()) {
                assertEquals(200, events.statusCode());
                assertEquals(204, order(target, "soup").statusCode());
                lines.findFirst();
            }
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class RecipeCanary {
        @Test
        void cooks(CanaryTarget target) {
            assertTrue(recipe(target).body().anyMatch("data: eggs"::equals), "no eggs");
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class AnyWordCanary {
        @Test
        void cooks(CanaryTarget target) {
            assertTrue(recipe(target).body().anyMatch(line -> line.startsWith("data: ")));
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class MenuLengthCanary {
        @Test
        void counts(CanaryTarget target) {
            assertEquals(600, menu(target).count());
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class LastDishCanary {
        @Test
        void reads(CanaryTarget target) {
            String last = menu(target).reduce("", (earlier, later) -> later);

            assertTrue(last.contains("number 600"), "the last dish is " + last);
        }
    }

    @Canary(operation = "cook", timeout = "20s")
    static class HeadCanary {
        @Test
        void cooks(CanaryTarget target) {
            HttpRequest head = request(target, "/any")
                    .method("HEAD", BodyPublishers.noBody())
                    .build();

            assertEquals(200, send(head).statusCode());
        }
    }
}

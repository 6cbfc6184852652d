package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A canary without fault, and others that each lack one check. */
final class ProvenCanaryTestCases {
    private ProvenCanaryTestCases() {}

    @Canary(
            operation = "place an order",
            route = "POST /orders",
            every = "1m",
            timeout = "5s",
            owner = "shop-team",
            runbook = "https://runbooks.acme.com/orders",
            tolerance = "3/5")
    static class GoodCanary {
        private String path = "";

        @Test
        void an_order_is_placed_changed_and_read_back(CanaryClient client) {
            String note = UUID.randomUUID().toString();
            CanaryJson placed =
                    client.post("/orders", "\"" + note + "\"").expectStatus(201).json();
            path = "/orders/" + placed.text("/id");
            client.put(path, "\"changed " + note + "\"").expectStatus(204);
            CanaryJson read = client.get(path).expectStatus(200).json();
            assertEquals("changed " + note, read.text("/note"));
            assertEquals("PLACED", read.text("/status"));
        }

        @AfterEach
        void clean_up(CanaryClient client) {
            if (!path.isEmpty()) {
                client.delete(path);
            }
        }
    }

    /** Green whatever is answered, red only where nothing is. */
    @Canary(operation = "browse", timeout = "5s")
    static class ChecksNothingCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class StatusOnlyCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products").expectStatus(200);
        }
    }

    /** Looks at the shape and at no value. */
    @Canary(operation = "browse", timeout = "5s")
    static class ShapeOnlyCanary {
        @Test
        void products(CanaryClient client) {
            CanaryJson products = client.get("/products").expectStatus(200).json();
            assertTrue(products.has("/0/sku") && products.has("/0/price"));
        }
    }

    /** Takes every trouble for a reason not to look. */
    @Canary(operation = "browse", timeout = "5s")
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

    @Canary(operation = "browse", timeout = "5s")
    static class AbortingCanary {
        @Test
        void products(CanaryClient client) {
            CanaryResponse answer = client.get("/products");
            assumeTrue(answer.status() < 500);
            assertEquals("tea", answer.expectStatus(200).json().text("/0/sku"));
        }
    }

    /** Does not wait for the answer. */
    @Canary(operation = "browse", timeout = "5s")
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

    /** Reads back, and does not compare. */
    @Canary(operation = "place an order", timeout = "5s")
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

    /** Writes the same each time, so that it cannot tell. */
    @Canary(operation = "set", timeout = "5s")
    static class SameAgainCanary {
        @Test
        void set(CanaryClient client) {
            client.put("/setting", "7").expectStatus(204);
            assertEquals("7", client.get("/setting").expectStatus(200).json().text("/value"));
        }
    }

    /** Writes, and reads something that has nothing to do with it. */
    @Canary(operation = "place an order", timeout = "5s")
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

    @Canary(operation = "browse", timeout = "5s")
    @WaiveFault(value = Fault.CHANGED_VALUE, request = "GET /products", reason = "prices change by the hour")
    static class WaivingCanary {
        @Test
        void products(CanaryClient client) {
            CanaryJson products = client.get("/products").expectStatus(200).json();
            assertTrue(products.has("/0/sku"));
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    @WaiveFault(value = Fault.SLOW, reason = " ")
    static class WaivingWithoutReasonCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    /** Speaks with a client of its own, and does not say who it is. */
    @Canary(operation = "browse", timeout = "5s")
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

    /** Waits until the answer is there. */
    @Canary(operation = "place an order", timeout = "5s")
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

    @Canary(operation = "browse", timeout = "5s")
    static class RedCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products").expectStatus(418);
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class DisabledCanary {
        @Test
        @Disabled("until the shop opens")
        void products(CanaryClient client) {
            client.get("/products").expectStatus(200);
        }
    }

    @Canary(operation = "health", timeout = "5s")
    static class PlainTextCanary {
        @Test
        void health(CanaryClient client) {
            assertEquals("UP", client.get("/health").expectStatus(200).body());
        }
    }

    @Canary(operation = "health", timeout = "5s")
    static class BodilessCanary {
        @Test
        void health(CanaryClient client) {
            client.get("/empty").expectStatus(204);
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class TokenCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products?token=p1anted").expectStatus(200);
        }
    }

    /** Asks the same before and after its write. */
    @Canary(operation = "place an order", timeout = "5s")
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

    @Canary(operation = "place an order", timeout = "5s")
    static class MiscountingCanary {
        @Test
        void some(CanaryClient client) {
            client.get("/orders").expectStatus(200);
            client.post("/orders", "1").expectStatus(201).json().text("/id");
            client.get("/orders").expectStatus(200).json().number("/count");
        }
    }

    /** Reads what is the same for every order. */
    @Canary(operation = "see the bill", timeout = "5s")
    static class BillCanary {
        @Test
        void bill(CanaryClient client) {
            String id = client.post("/orders", "1").expectStatus(201).json().text("/id");
            assertEquals(
                    "2.50",
                    client.get("/bill?order=" + id).expectStatus(200).json().text("/toPay"));
        }
    }

    private static String placed(CanaryClient client, String note) {
        return "/orders/"
                + client.post("/orders", "\"" + note + "\"")
                        .expectStatus(201)
                        .json()
                        .text("/id");
    }

    /** Changes what it placed, and compares. */
    @Canary(operation = "change an order", timeout = "5s")
    static class ChangingCanary {
        @Test
        void an_order_is_changed(CanaryClient client) {
            String path = placed(client, "first");
            client.put(path, "\"second\"").expectStatus(204);
            assertEquals("second", client.get(path).expectStatus(200).json().text("/note"));
        }
    }

    /** Changes what it placed, and looks no further than that it is there. */
    @Canary(operation = "change an order", timeout = "5s")
    static class ChangingBlindlyCanary {
        @Test
        void an_order_is_changed(CanaryClient client) {
            String path = placed(client, "first");
            client.put(path, "\"second\"").expectStatus(204);
            assertTrue(client.get(path).expectStatus(200).json().has("/note"));
        }
    }

    /** Looks for what bears the run's own value: no other run's answer can be an old one. */
    @Canary(operation = "find an order", timeout = "5s")
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

    /** Looks at a list that its write must make longer, and has not looked before. */
    @Canary(operation = "place an order", timeout = "5s")
    static class ListingCanary {
        @Test
        void the_list_grows(CanaryClient client) {
            placed(client, "any");
            assertTrue(client.get("/orders").expectStatus(200).json().has("/count"));
        }
    }

    /** Changes a part of what it looks at before and after, and compares nothing. */
    @Canary(operation = "see the basket", timeout = "5s")
    static class BasketCanary {
        @Test
        void the_basket_fills(CanaryClient client) {
            client.get("/orders?of=me").expectStatus(200);
            placed(client, "any");
            assertTrue(client.get("/orders?of=me").expectStatus(200).json().has("/count"));
        }
    }

    /** Its checks are told by an extension, behind the test. */
    @Canary(operation = "browse", timeout = "5s")
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

    /** Reads its own order, at an address of this run, and glances at the list of all. */
    @Canary(operation = "place an order", timeout = "5s")
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

    /** Shows that what is refused changes nothing. */
    @Canary(operation = "refuse an order", timeout = "5s")
    static class RefusedCanary {
        @Test
        void an_order_without_note_is_refused(CanaryClient client) {
            String before = client.get("/orders").expectStatus(200).json().text("/count");
            client.post("/orders", "").expectStatus(400);
            assertEquals(before, client.get("/orders").expectStatus(200).json().text("/count"));
        }
    }

    /** Changes its order and looks for it by a value of this run. */
    @Canary(operation = "change an order", timeout = "5s")
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

    /** Reads what is another thing each time, whoever writes. */
    @Canary(operation = "place an order", timeout = "5s")
    static class ClockCanary {
        @Test
        void the_clock_goes(CanaryClient client) {
            placed(client, "any");
            assertTrue(client.get("/clock").expectStatus(200).json().has("/nanos"));
        }
    }

    /** Sends its body when the service asks for it. */
    @Canary(operation = "place an order", timeout = "5s")
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

    /** Asks for two things at once, in whatever order. */
    @Canary(operation = "browse", timeout = "5s")
    static class TwoAtOnceCanary {
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

    /** Takes its time: a third of a second and more make a timeout that is no whole second. */
    @Canary(operation = "browse", timeout = "5s")
    static class SlowishCanary {
        @Test
        void products(CanaryClient client) throws InterruptedException {
            Thread.sleep(411);
            assertEquals("tea", client.get("/products").expectStatus(200).json().text("/0/sku"));
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class ExitingCanary {
        @Test
        void products(CanaryClient client) {
            if (client.get("/products").status() != 200) {
                System.exit(1);
            }
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class HaltingCanary {
        @Test
        void products(CanaryClient client) {
            Runnable end = new Runnable() {
                @Override
                public void run() {
                    Runtime.getRuntime().halt(1);
                }
            };
            if (client.get("/products").status() != 200) {
                end.run();
            }
        }
    }

    /** Speaks a protocol of its own, to the target that it is given. */
    @Canary(operation = "ask the clock", timeout = "10s")
    static class SocketCanary {
        @Test
        void answers(CanaryTarget target, CanarySteps steps) throws Exception {
            String answer = steps.step("ask", () -> {
                try (Socket socket =
                        new Socket(target.uri().getHost(), target.uri().getPort())) {
                    socket.getOutputStream().write("TIME is what?\n".getBytes(StandardCharsets.UTF_8));
                    return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine();
                }
            });
            assertEquals("you asked: TIME is what?", answer);
        }
    }

    @Canary(operation = "ask the clock", timeout = "10s")
    static class ForgivingSocketCanary {
        @Test
        void answers(CanaryTarget target) {
            try (Socket socket = new Socket(target.uri().getHost(), target.uri().getPort())) {
                socket.getOutputStream().write("TIME is what?\n".getBytes(StandardCharsets.UTF_8));
                assertTrue(socket.getInputStream().read() > 0);
            } catch (IOException lost) {
                return;
            }
        }
    }

    /** Waits for the server to speak first. */
    @Canary(operation = "read the greeting", timeout = "10s")
    static class GreetedCanary {
        @Test
        void is_greeted(CanaryTarget target, CanarySteps steps) throws Exception {
            String greeting = steps.step("listen", () -> {
                try (Socket socket =
                        new Socket(target.uri().getHost(), target.uri().getPort())) {
                    return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine();
                }
            });
            assertEquals("hello", greeting);
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class CredentialCanary {
        @Test
        void products(CanaryClient client, CanaryTarget target) {
            client.get("/products?as=" + target.credential("shopper")).expectStatus(200);
        }
    }

    /** Looks at no value but the one by which it cleans up. */
    @Canary(operation = "place an order", timeout = "5s")
    static class LazyCanary {
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

    @Canary(operation = "browse", timeout = "5s")
    static class UsingAProgramCanary {
        @Test
        void products(CanaryClient client) {
            client.get(LittleProgram.path()).expectStatus(200);
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class ExitingByInterfaceCanary implements LittleHalt {
        @Test
        void products(CanaryClient client) {
            if (client.get("/products").status() != 200) {
                now();
            }
        }
    }

    /** Goes where its code says. */
    @Canary(operation = "browse", timeout = "5s")
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

    /** Goes where a credential says, as to a database behind the service. */
    @Canary(operation = "count", timeout = "5s")
    static class DatabaseCanary {
        @Test
        void rows(CanaryTarget target) {
            assertEquals("jdbc:little://", target.credential("database-url"));
        }
    }

    @Canary(operation = "browse", timeout = "5s")
    static class ExitingByHelperCanary {
        @Test
        void products(CanaryClient client) {
            if (client.get("/products").status() != 200) {
                LittleExit.now();
            }
        }
    }
}

/** Ends the JVM by a method that whoever implements it inherits. */
interface LittleHalt {
    default void now() {
        Runtime.getRuntime().halt(1);
    }
}

/** A program, which may end as it likes. */
final class LittleProgram {
    private LittleProgram() {}

    public static void main(String[] arguments) {
        System.exit(arguments.length);
    }

    static String path() {
        return "/products";
    }
}

/** Stands beside the canaries. */
final class LittleExit {
    private LittleExit() {}

    static void now() {
        Runtime.getRuntime().exit(1);
    }
}

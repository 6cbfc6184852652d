package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Canaries of operations that need several requests, or answer in another way than JSON. All must be proven. */
final class HonestJourneys {
    private HonestJourneys() {}

    @Canary(operation = "fill a cart", route = "PUT /carts/{id}", timeout = "20s")
    static class SameRouteTwice {
        private final String cart = "/carts/" + UUID.randomUUID();

        @Test
        void test(CanaryClient client) {
            client.put(cart, "{\"quantity\": 2}").expectStatus(200);
            assertEquals(
                    2,
                    client.get(cart)
                            .expectStatus(200)
                            .json()
                            .number("/quantity")
                            .intValue());
            client.put(cart, "{\"quantity\": 5}").expectStatus(200);
            assertEquals(
                    5,
                    client.get(cart)
                            .expectStatus(200)
                            .json()
                            .number("/quantity")
                            .intValue());
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }
    }

    @Canary(operation = "change a cart", route = "PATCH /carts/{id}", timeout = "20s")
    static class Patches {
        private final String cart = "/carts/" + UUID.randomUUID();

        @Test
        void test(CanaryClient client) {
            client.put(cart, "{\"quantity\": 2}").expectStatus(200);
            CanaryJson more =
                    client.patch(cart, "{\"more\": 3}").expectStatus(200).json();
            assertEquals(5, more.number("/quantity").intValue());
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class ValuesFitEachOther {
        @Test
        void test(CanaryClient client) {
            CanaryJson quote = client.get("/quote?quantity=3").expectStatus(200).json();
            assertEquals(
                    3 * quote.number("/price").intValue(),
                    quote.number("/total").intValue());
        }
    }

    @Canary(operation = "count a visit", route = "POST /visits", timeout = "20s")
    static class CounterGrows {
        @Test
        void test(CanaryClient client) {
            int before = client.get("/visits")
                    .expectStatus(200)
                    .json()
                    .number("/visits")
                    .intValue();
            client.post("/visits", "{}").expectStatus(200);
            int after = client.get("/visits")
                    .expectStatus(200)
                    .json()
                    .number("/visits")
                    .intValue();
            assertTrue(after > before && after < before + 100);
        }
    }

    @Canary(operation = "add a note", route = "MUTATION addNote", timeout = "20s")
    static class GraphQl {
        @Test
        void test(CanaryClient client) {
            String text = "canary " + UUID.randomUUID();
            CanaryJson added = client.post(
                            "/graphql", "{\"query\": \"mutation { addNote(text: \\\"" + text + "\\\") { id text } }\"}")
                    .expectStatus(200)
                    .json();
            assertEquals(text, added.text("/data/addNote/text"));
        }
    }

    /** Adds a note and finds it. */
    abstract static class Noting {
        final String text = "canary-" + UUID.randomUUID();
        String id = "";

        void add(CanaryClient client) {
            id = client.post("/notes", "{\"text\": \"" + text + "\"}")
                    .expectStatus(201)
                    .json()
                    .text("/id");
        }

        @AfterEach
        void clean(CanaryClient client) {
            if (!id.isEmpty()) {
                client.delete("/notes/" + id);
            }
        }
    }

    @Canary(operation = "add a note", route = "POST /notes", timeout = "20s")
    static class Csv extends Noting {
        @Test
        void test(CanaryClient client) {
            add(client);
            assertTrue(client.get("/notes.csv").expectStatus(200).body().contains(id + "," + text));
        }
    }

    @Canary(operation = "add a note", route = "POST /notes", timeout = "20s")
    static class CountsAndFinds extends Noting {
        @Test
        void test(CanaryClient client) {
            CanaryJson before = client.get("/notes").expectStatus(200).json();
            add(client);
            CanaryJson after = client.get("/notes").expectStatus(200).json();
            assertTrue(after.size("/items") > before.size("/items") - 10);
            assertTrue(IntStream.range(0, after.size("/items"))
                    .anyMatch(i -> after.text("/items/" + i + "/id").equals(id)
                            && after.text("/items/" + i + "/text").equals(text)));
        }
    }

    @Canary(operation = "add a note", route = "POST /notes", timeout = "20s")
    static class FindsWithPatience extends Noting {
        @Test
        void test(CanaryClient client) throws InterruptedException {
            add(client);
            for (int i = 0; i < 5; i++) {
                CanaryResponse all = client.get("/notes");
                if (all.status() == 200 && all.body().contains(text)) {
                    return;
                }
                Thread.sleep(10);
            }
            fail("the note is not found");
        }
    }

    @Canary(operation = "add a note", route = "POST /notes", timeout = "20s")
    static class Idempotent extends Noting {
        @Test
        void test(CanaryClient client) {
            CanaryClient keyed =
                    client.withHeader("Idempotency-Key", UUID.randomUUID().toString());
            add(keyed);
            String first = id;
            add(keyed);
            assertEquals(first, id);
            assertTrue(client.get("/notes").expectStatus(200).body().contains(text));
        }
    }

    @Canary(operation = "see the tags", route = "GET /tags", timeout = "20s")
    static class OrderDoesNotMatter {
        @Test
        void test(CanaryClient client) {
            CanaryJson tags = client.get("/tags").expectStatus(200).json();
            Set<String> found = new TreeSet<>();
            for (int i = 0; i < tags.size(""); i++) {
                found.add(tags.text("/" + i));
            }
            assertEquals(Set.of("black", "green", "white"), found);
        }
    }

    @Canary(operation = "read about us", route = "GET /old", timeout = "20s")
    static class FollowsARedirect {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/old").expectStatus(200).body().contains("since 1904"));
        }
    }

    @Canary(operation = "see the account", route = "GET /me", timeout = "20s")
    static class StrangersAreRefused {
        @Test
        void test(CanaryClient client) {
            client.get("/me").expectStatus(401);
            CanaryJson me = client.withHeader("Authorization", "Bearer right")
                    .get("/me")
                    .expectStatus(200)
                    .json();
            assertEquals("ann", me.text("/name"));
        }
    }

    @Canary(operation = "see the logo", route = "GET /logo.png", timeout = "20s")
    static class WholeImage {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            HttpResponse<byte[]> logo = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(target.uri() + "/logo.png"))
                                    .header("User-Agent", steps.userAgent())
                                    .header("traceparent", steps.traceparent())
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertEquals(200, logo.statusCode());
            assertEquals(308, logo.body().length);
            assertEquals(-1997954236, Arrays.hashCode(logo.body()));
        }
    }

    /** That no link leads to a developer's machine is no condition on where it runs. */
    @Canary(operation = "read about us", route = "GET /about", timeout = "20s")
    static class NoLinkToALocalMachine {
        @Test
        void test(CanaryClient client) {
            String page = client.get("/about").expectStatus(200).body();
            assertTrue(page.contains("We sell tea since 1904."));
            assertFalse(page.contains("localhost"));
        }
    }

    @Canary(operation = "see the notes", route = "GET /notes.csv", timeout = "20s")
    static class OneRowOfATable {
        @Test
        void test(CanaryClient client) {
            String table = client.get("/notes.csv").expectStatus(200).body();
            assertTrue(table.startsWith("id,text"));
            assertTrue(table.contains("seed,first note"));
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class SameRequestInParallel {
        @Test
        void test(CanaryClient client) {
            List<CompletableFuture<String>> totals = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.get("/quote?quantity=3")
                            .expectStatus(200)
                            .json()
                            .text("/total")))
                    .toList();
            totals.forEach(total -> assertEquals("21", total.join()));
        }
    }
}

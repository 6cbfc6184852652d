package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryForm;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Canaries of what HTTP offers beside JSON, each of which verifies what a reader needs. All must be proven. */
final class HonestLibraryCanaries {
    private HonestLibraryCanaries() {}

    static <T> HttpResponse<T> bytes(
            CanaryTarget target, CanarySteps steps, String path, BodyHandler<T> as, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.uri() + path))
                .timeout(Duration.ofSeconds(5))
                .header("User-Agent", steps.userAgent())
                .header("traceparent", steps.traceparent());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), as);
    }

    /** Adds a book in each run. */
    abstract static class Adding {
        final String title = "canary-" + UUID.randomUUID();
        String path = "";

        CanaryResponse add(CanaryClient client) {
            CanaryResponse added =
                    client.post("/books", "{\"title\": \"" + title + "\"}").expectStatus(201);
            path = added.header("Location").orElseThrow();
            return added;
        }

        @AfterEach
        void clean(CanaryClient client) {
            if (!path.isEmpty()) {
                client.delete(path);
            }
        }
    }

    @Canary(operation = "ThroughAllPages", route = "GET /books", timeout = "20s")
    static class ThroughAllPages extends Adding {
        @Test
        void test(CanaryClient client) {
            add(client);
            String next = "/books?page=0";
            for (int page = 0; page < 10; page++) {
                CanaryJson books = client.get(next).expectStatus(200).json();
                for (int i = 0; i < books.size("/items"); i++) {
                    if (books.text("/items/" + i + "/title").equals(title)) {
                        return;
                    }
                }
                next = books.text("/next");
            }
            fail("the book is on no page");
        }
    }

    @Canary(operation = "AllAreThere", route = "GET /books", timeout = "20s")
    static class AllAreThere {
        @Test
        void test(CanaryClient client) {
            List<String> titles = new ArrayList<>();
            for (int page = 0; page < 3; page++) {
                CanaryJson books =
                        client.get("/books?page=" + page).expectStatus(200).json();
                for (int i = 0; i < books.size("/items"); i++) {
                    titles.add(books.text("/items/" + i + "/title"));
                }
            }
            assertTrue(titles.contains("Seed book 22"));
        }
    }

    @Canary(operation = "ChangesAVersion", route = "PUT /books/{id}", timeout = "20s")
    static class ChangesAVersion extends Adding {
        @Test
        void test(CanaryClient client) {
            String tag = add(client).header("ETag").orElseThrow();
            String body = "{\"title\": \"" + title + "-2\"}";
            client.withHeader("If-Match", tag).put(path, body).expectStatus(200);
            client.withHeader("If-Match", tag).put(path, body).expectStatus(412);
            CanaryJson read = client.get(path).expectStatus(200).json();
            assertEquals(title + "-2", read.text("/title"));
            assertEquals(2, read.number("/version").intValue());
        }
    }

    @Canary(operation = "FollowsItsLink", route = "GET /books/{id}", timeout = "20s")
    static class FollowsItsLink extends Adding {
        @Test
        void test(CanaryClient client) {
            String self = add(client).json().text("/_links/self/href");
            assertEquals(title, client.get(self).expectStatus(200).json().text("/title"));
        }
    }

    @Canary(operation = "RemovesAndRestores", route = "POST /books/{id}/restore", timeout = "20s")
    static class RemovesAndRestores extends Adding {
        @Test
        void test(CanaryClient client) {
            add(client);
            client.delete(path).expectStatus(204);
            client.get(path).expectStatus(404);
            client.post(path + "/restore", "{}").expectStatus(200);
            assertEquals(title, client.get(path).expectStatus(200).json().text("/title"));
        }
    }

    @Canary(operation = "TagByHead", route = "HEAD /books/{id}", timeout = "20s")
    static class TagByHead extends Adding {
        @Test
        void test(CanaryClient client) {
            add(client);
            CanaryResponse head = client.send(client.request(path).method("HEAD", BodyPublishers.noBody()))
                    .expectStatus(200);
            assertEquals("\"1\"", head.header("ETag").orElseThrow());
            assertEquals(title, client.get(path).expectStatus(200).json().text("/title"));
        }
    }

    @Canary(operation = "AllowedMethods", route = "OPTIONS /books", timeout = "20s")
    static class AllowedMethods {
        @Test
        void test(CanaryClient client) {
            CanaryResponse options = client.send(client.request("/books").method("OPTIONS", BodyPublishers.noBody()))
                    .expectStatus(204);
            assertTrue(options.header("Allow").orElseThrow().contains("POST"));
        }
    }

    @Canary(operation = "FoundLater", route = "GET /search", timeout = "20s")
    static class FoundLater extends Adding {
        @Test
        void test(CanaryClient client, CanarySteps steps) throws Exception {
            add(client);
            steps.await(
                    "the book is found",
                    Duration.ofMillis(20),
                    Duration.ofSeconds(3),
                    () -> assertEquals(
                            title,
                            client.get("/search?q=" + title)
                                    .expectStatus(200)
                                    .json()
                                    .text("/hits/0/title")));
        }
    }

    @Canary(operation = "EachOfABatch", route = "POST /bulk", timeout = "20s")
    static class EachOfABatch {
        private final String title = "canary-" + UUID.randomUUID();
        private final List<String> ids = new ArrayList<>();

        @Test
        void test(CanaryClient client) {
            CanaryJson results = client.post(
                            "/bulk",
                            "[{\"title\": \"" + title + "-a\"}, {\"title\": \"\"}, {\"title\": \"" + title + "-b\"}]")
                    .expectStatus(207)
                    .json();
            assertEquals(3, results.size(""));
            for (int i : new int[] {0, 2}) {
                assertEquals(201, results.number("/" + i + "/status").intValue());
                ids.add(results.text("/" + i + "/id"));
            }
            assertEquals(422, results.number("/1/status").intValue());
            assertEquals(
                    title + "-b",
                    client.get("/books/" + ids.get(1)).expectStatus(200).json().text("/title"));
        }

        @AfterEach
        void clean(CanaryClient client) {
            ids.forEach(id -> client.delete("/books/" + id));
        }
    }

    @Canary(operation = "MovesMoney", route = "POST /transfers", timeout = "20s")
    static class MovesMoney {
        @Test
        void test(CanaryClient client) {
            String from = client.post("/accounts", "").expectStatus(201).json().text("/id");
            String to = client.post("/accounts", "").expectStatus(201).json().text("/id");
            client.post("/transfers", from + " " + to).expectStatus(202);
            assertEquals(70, balance(client, from));
            assertEquals(130, balance(client, to));
        }

        private static int balance(CanaryClient client, String id) {
            return client.get("/accounts/" + id)
                    .expectStatus(200)
                    .json()
                    .number("/balance")
                    .intValue();
        }
    }

    @Canary(operation = "PaysOnce", route = "POST /payments", timeout = "20s")
    static class PaysOnce {
        @Test
        void test(CanaryClient client) {
            CanaryClient keyed =
                    client.withHeader("Idempotency-Key", UUID.randomUUID().toString());
            CanaryJson first =
                    keyed.post("/payments", "{\"cents\": 5}").expectStatus(201).json();
            assertEquals("ACCEPTED", first.text("/state"));
            assertEquals("false", first.text("/replayed"));
            CanaryJson again =
                    keyed.post("/payments", "{\"cents\": 5}").expectStatus(201).json();
            assertEquals("true", again.text("/replayed"));
            keyed.post("/payments", "{\"cents\": 6}").expectStatus(409);
        }
    }

    @Canary(operation = "UsesItsToken", route = "GET /userinfo", timeout = "20s")
    static class UsesItsToken {
        @Test
        void test(CanaryClient client) {
            String token = client.post(
                            "/token", new CanaryForm().field("user", "ann").field("password", "x"))
                    .expectStatus(200)
                    .json()
                    .text("/access_token");
            assertEquals(
                    "ann",
                    client.withHeader("Authorization", "Bearer " + token)
                            .get("/userinfo")
                            .expectStatus(200)
                            .json()
                            .text("/sub"));
        }
    }

    @Canary(operation = "GuestsAreSentToTheLogin", route = "GET /private", timeout = "20s")
    static class GuestsAreSentToTheLogin {
        @Test
        void test(CanaryClient client) {
            CanaryResponse guest = client.withoutRedirects().get("/private").expectStatus(302);
            assertTrue(guest.header("Location").orElseThrow().contains("/signin"));
            String token = client.post("/token", new CanaryForm().field("user", "bob"))
                    .expectStatus(200)
                    .json()
                    .text("/access_token");
            CanaryResponse room = client.withHeader("Authorization", "Bearer " + token)
                    .withoutRedirects()
                    .get("/private")
                    .expectStatus(200);
            assertEquals("reading room 4", room.body());
        }
    }

    @Canary(operation = "OfferIsValid", route = "GET /offer", timeout = "20s")
    static class OfferIsValid {
        @Test
        void test(CanaryClient client) {
            CanaryJson offer = client.get("/offer").expectStatus(200).json();
            assertTrue(Instant.parse(offer.text("/validUntil")).isAfter(Instant.now()));
            assertTrue(offer.number("/price").signum() > 0);
        }
    }

    @Canary(operation = "Cheapest first", route = "GET /prices", timeout = "20s")
    static class CheapestFirst {
        @Test
        void test(CanaryClient client) {
            CanaryJson prices = client.get("/prices").expectStatus(200).json();
            assertTrue(prices.size("") > 1);
            int last = 1;
            for (int i = 0; i < prices.size(""); i++) {
                assertFalse(prices.text("/" + i + "/sku").isBlank());
                int price = prices.number("/" + i + "/price").intValue();
                assertTrue(price >= last);
                last = price;
            }
        }
    }

    @Canary(operation = "InGerman", route = "GET /greeting", timeout = "20s")
    static class InGerman {
        @Test
        void test(CanaryClient client) {
            CanaryResponse greeting =
                    client.withHeader("Accept-Language", "de").get("/greeting").expectStatus(200);
            assertTrue(greeting.body().startsWith("Guten Tag"));
        }
    }

    @Canary(operation = "Umlauts", route = "GET /latin", timeout = "20s")
    static class Umlauts {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/latin").expectStatus(200).body().contains("Größe: 17"));
        }
    }

    @Canary(operation = "JustTrue", route = "GET /open", timeout = "20s")
    static class JustTrue {
        @Test
        void test(CanaryClient client) {
            assertEquals("true", client.get("/open").expectStatus(200).body().trim());
        }
    }

    @Canary(operation = "NumberGrows", route = "POST /visitors", timeout = "20s")
    static class NumberGrows {
        @Test
        void test(CanaryClient client) {
            int before =
                    Integer.parseInt(client.get("/visitors").expectStatus(200).body());
            client.post("/visitors", "").expectStatus(200);
            int after =
                    Integer.parseInt(client.get("/visitors").expectStatus(200).body());
            assertTrue(after > before && after < before + 50);
        }
    }

    @Canary(operation = "EventArrives", route = "GET /events", timeout = "20s")
    static class EventArrives {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var events = bytes(target, steps, "/events", BodyHandlers.ofLines());
            assertEquals(200, events.statusCode());
            assertTrue(events.body().anyMatch(line -> line.startsWith("data:") && line.contains("\"09:00\"")));
        }
    }
}

package dev.andon.internal.canary.prove;

import static dev.andon.internal.canary.prove.HonestLibraryCanaries.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryForm;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Canaries of what HTTP offers beside JSON that would be green in many outages. None may be proven. */
final class UselessLibraryCanaries {
    private UselessLibraryCanaries() {}

    @Canary(operation = "FirstPageIsFull", route = "GET /books", timeout = "20s")
    static class FirstPageIsFull {
        @Test
        void test(CanaryClient client) {
            assertEquals(10, client.get("/books").expectStatus(200).json().size("/items"));
        }
    }

    @Canary(operation = "TotalOfTheHeader", route = "GET /books", timeout = "20s")
    static class TotalOfTheHeader {
        @Test
        void test(CanaryClient client) {
            CanaryResponse books = client.get("/books").expectStatus(200);
            assertTrue(Integer.parseInt(books.header("X-Total-Count").orElseThrow()) > 20);
        }
    }

    @Canary(operation = "OnlyTheConflict", route = "PUT /books/{id}", timeout = "20s")
    static class OnlyTheConflict extends HonestLibraryCanaries.Adding {
        @Test
        void test(CanaryClient client) {
            add(client);
            client.withHeader("If-Match", "\"7\"").put(path, "{}").expectStatus(412);
        }
    }

    @Canary(operation = "VersionGrows", route = "PUT /books/{id}", timeout = "20s")
    static class VersionIsANumber extends HonestLibraryCanaries.Adding {
        @Test
        void test(CanaryClient client) {
            add(client);
            CanaryJson changed = client.withHeader("If-Match", "\"1\"")
                    .put(path, "{\"title\": \"other\"}")
                    .expectStatus(200)
                    .json();
            assertTrue(changed.number("/version").intValue() > 0);
            assertFalse(changed.text("/title").isBlank());
        }
    }

    @Canary(operation = "RestoresUnseen", route = "POST /books/{id}/restore", timeout = "20s")
    static class RestoresUnseen extends HonestLibraryCanaries.Adding {
        @Test
        void test(CanaryClient client) {
            add(client);
            client.delete(path).expectStatus(204);
            client.post(path + "/restore", "{}").expectStatus(200);
            client.get(path).expectStatus(200);
        }
    }

    @Canary(operation = "TwoReadsAreEqual", route = "GET /branches", timeout = "20s")
    static class TwoReadsAreEqual {
        @Test
        void test(CanaryClient client) {
            assertEquals(client.get("/greeting").body(), client.get("/greeting").body());
            client.get("/branches").expectStatus(200);
        }
    }

    @Canary(operation = "TwoGreetingsAreEqual", route = "GET /greeting", timeout = "20s")
    static class TwoGreetingsAreEqual {
        @Test
        void test(CanaryClient client) {
            CanaryResponse first = client.get("/greeting");
            CanaryResponse second = client.get("/greeting");
            assertEquals(first.status(), second.status());
            assertEquals(first.body(), second.body());
        }
    }

    @Canary(operation = "SearchAnswers", route = "GET /search", timeout = "20s")
    static class SearchAnswers {
        @Test
        void test(CanaryClient client) {
            CanaryJson found = client.get("/search?q=dune").expectStatus(200).json();
            assertTrue(found.number("/took").signum() >= 0);
        }
    }

    @Canary(operation = "SearchWithoutCheck", route = "GET /search", timeout = "20s")
    static class SearchWithoutCheck extends HonestLibraryCanaries.Adding {
        @Test
        void test(CanaryClient client, CanarySteps steps) throws Exception {
            add(client);
            steps.await("search answers", Duration.ofMillis(20), Duration.ofSeconds(2), () -> client.get(
                            "/search?q=" + title)
                    .expectStatus(200)
                    .json()
                    .size("/hits"));
        }
    }

    @Canary(operation = "BatchByItsSize", route = "POST /bulk", timeout = "20s")
    static class BatchByItsSize {
        @Test
        void test(CanaryClient client) {
            CanaryJson results = client.post("/bulk", "[{\"title\": \"canary\"}]")
                    .expectStatus(207)
                    .json();
            assertEquals(1, results.size(""));
            client.delete("/books/" + results.text("/0/id"));
        }
    }

    @Canary(operation = "BalanceIsPositive", route = "POST /transfers", timeout = "20s")
    static class BalanceIsPositive {
        @Test
        void test(CanaryClient client) {
            String from = client.post("/accounts", "").expectStatus(201).json().text("/id");
            String to = client.post("/accounts", "").expectStatus(201).json().text("/id");
            client.post("/transfers", from + " " + to).expectStatus(202);
            assertTrue(client.get("/accounts/" + to)
                            .expectStatus(200)
                            .json()
                            .number("/balance")
                            .signum()
                    > 0);
        }
    }

    @Canary(operation = "OnlyTheSecondKey", route = "POST /payments", timeout = "20s")
    static class KeyIsRepeated {
        @Test
        void test(CanaryClient client) {
            String key = UUID.randomUUID().toString();
            CanaryClient keyed = client.withHeader("Idempotency-Key", key);
            keyed.post("/payments", "{\"cents\": 5}").expectStatus(201);
            keyed.post("/payments", "{\"cents\": 6}").expectStatus(409);
        }
    }

    @Canary(operation = "TokenOfSomeLength", route = "POST /token", timeout = "20s")
    static class TokenOfSomeLength {
        @Test
        void test(CanaryClient client) {
            CanaryJson token = client.post("/token", new CanaryForm().field("user", "ann"))
                    .expectStatus(200)
                    .json();
            assertTrue(token.text("/access_token").length() > 20);
            assertTrue(token.number("/expires_in").intValue() > 0);
        }
    }

    @Canary(operation = "TokenIsAccepted", route = "GET /userinfo", timeout = "20s")
    static class TokenIsAccepted {
        @Test
        void test(CanaryClient client) {
            String token = client.post("/token", new CanaryForm().field("user", "ann"))
                    .expectStatus(200)
                    .json()
                    .text("/access_token");
            client.withHeader("Authorization", "Bearer " + token)
                    .get("/userinfo")
                    .expectStatus(200);
        }
    }

    @Canary(operation = "FollowsToTheLogin", route = "GET /private", timeout = "20s")
    static class FollowsToTheLogin {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/private").expectStatus(200).body().contains("<"));
        }
    }

    @Canary(operation = "OfferSomeday", route = "GET /offer", timeout = "20s")
    static class OfferIsThere {
        @Test
        void test(CanaryClient client) {
            CanaryJson offer = client.get("/offer").expectStatus(200).json();
            assertTrue(offer.has("/price") && offer.has("/validUntil"));
        }
    }

    @Canary(operation = "SortedOrEmpty", route = "GET /prices", timeout = "20s")
    static class SortedOrEmpty {
        @Test
        void test(CanaryClient client) {
            CanaryJson prices = client.get("/prices").expectStatus(200).json();
            for (int i = 1; i < prices.size(""); i++) {
                assertTrue(prices.number("/" + i + "/price").compareTo(prices.number("/" + (i - 1) + "/price")) >= 0);
            }
        }
    }

    @Canary(operation = "LanguageOfTheHeader", route = "GET /greeting", timeout = "20s")
    static class LanguageOfTheHeader {
        @Test
        void test(CanaryClient client) {
            CanaryResponse greeting =
                    client.withHeader("Accept-Language", "de").get("/greeting").expectStatus(200);
            assertEquals("de", greeting.header("Content-Language").orElseThrow());
            assertFalse(greeting.body().isBlank());
        }
    }

    @Canary(operation = "NoReplacement", route = "GET /latin", timeout = "20s")
    static class NoReplacementCharacter {
        @Test
        void test(CanaryClient client) {
            String text = client.get("/latin").expectStatus(200).body();
            assertFalse(text.contains("\ufffd"));
            assertTrue(text.length() > 5);
        }
    }

    @Canary(operation = "TrueOrFalse", route = "GET /open", timeout = "20s")
    static class TrueOrFalse {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/open").expectStatus(200).body().matches("true|false"));
        }
    }

    @Canary(operation = "SomeNumber", route = "POST /visitors", timeout = "20s")
    static class SomeNumber {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.post("/visitors", "").expectStatus(200).body().matches("\\d+"));
        }
    }

    @Canary(operation = "SomeEvent", route = "GET /events", timeout = "20s")
    static class SomeEvent {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var events = bytes(target, steps, "/events", BodyHandlers.ofLines());
            assertEquals(200, events.statusCode());
            assertTrue(events.body().anyMatch(line -> line.startsWith("event:")));
        }
    }

    @Canary(operation = "EventWithAName", route = "GET /events", timeout = "20s")
    static class NamesInEvents {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var events = bytes(target, steps, "/events", BodyHandlers.ofLines());
            assertEquals(200, events.statusCode());
            assertTrue(events.body().anyMatch(line -> line.contains("\"opens\"")));
        }
    }
}

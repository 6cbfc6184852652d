package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Canaries of writes that verify something else, and stay green where the service loses what they write. */
final class UselessWrites {
    private UselessWrites() {}

    private static void isHealthy(CanaryClient client) {
        assertEquals("UP", client.get("/health").expectStatus(200).json().text("/status"));
    }

    /** The order that its {@code Location} names is not looked at. A cookie of the response is sent with the next request. */
    @Canary(operation = "place an order", route = "POST /orders", timeout = "20s")
    static class LocationNotFollowed {
        @Test
        void test(CanaryClient client) {
            assertThat(client.post("/orders", "{\"item\": \"tea\"}")
                            .expectStatus(201)
                            .header("Location"))
                    .isPresent();
            isHealthy(client);
        }
    }

    /** The response has a 1, too. */
    @Canary(operation = "review", route = "POST /reviews", timeout = "20s")
    static class PageOne {
        @Test
        void test(CanaryClient client) {
            client.post("/reviews", "{\"stars\": 5}").expectStatus(201);
            assertEquals(
                    "All reviews",
                    client.get("/reviews?page=1").expectStatus(200).json().text("/title"));
        }
    }

    /** The item that it reads is always the same, and so is the number of the response. */
    @Canary(operation = "search", route = "POST /search", timeout = "20s")
    static class SearchesAndReadsAnother {
        @Test
        void test(CanaryClient client) {
            client.post("/search", "{\"word\": \"tea\"}").expectStatus(200);
            assertEquals("Tea", client.get("/items/7").expectStatus(200).json().text("/name"));
        }
    }

    /** Another number of the response, changed, would be the one that it reads. */
    @Canary(operation = "search", route = "POST /search/all", timeout = "20s")
    static class SearchesForTwoAndReadsOne {
        @Test
        void test(CanaryClient client) {
            client.post("/search/all", "{\"word\": \"tea\"}").expectStatus(200);
            assertEquals("Tea", client.get("/items/7").expectStatus(200).json().text("/name"));
        }
    }

    /** The response to the mail renews the session, by which the next request asks. */
    @Canary(operation = "send a mail", route = "POST /mails", timeout = "20s")
    static class MailInASession {
        @Test
        void test(CanaryClient client) {
            client.post("/login", "{\"name\": \"Ann\"}").expectStatus(204);
            client.post("/mails", "{\"to\": \"Bob\"}").expectStatus(204);
            assertEquals("Ann", client.get("/me").expectStatus(200).json().text("/name"));
        }
    }

    /** What the service repeats of the request says nothing of what it does. */
    @Canary(operation = "send a mail", route = "POST /mails", timeout = "20s")
    static class CorrelationOfAMail {
        @Test
        void test(CanaryClient client) {
            String id = UUID.randomUUID().toString();
            assertThat(client.withHeader("X-Correlation-Id", id)
                            .withHeader("Cookie", "session=" + id)
                            .post("/mails", "{\"to\": \"Bob\"}")
                            .expectStatus(204)
                            .header("X-Correlation-Id"))
                    .hasValue(id);
            isHealthy(client);
        }
    }

    /** It follows a link to what it has named itself. */
    @Canary(operation = "move", route = "PATCH /profiles/{id}", timeout = "20s")
    static class FollowsToTheName {
        @Test
        void test(CanaryClient client) {
            String path = "/profiles/" + UUID.randomUUID();
            client.put(path, "{\"name\": \"Ann\", \"city\": \"Bern\"}").expectStatus(204);
            String link = client.patch(path, "{\"city\": \"Basel\"}")
                    .expectStatus(200)
                    .header("Location")
                    .orElseThrow();
            assertEquals("Ann", client.get(link).expectStatus(200).json().text("/name"));
        }
    }

    /** It reads the city before it changes it, and only the name afterwards. */
    @Canary(operation = "move", route = "PATCH /profiles/{id}", timeout = "20s")
    static class ReadsTheCityBefore {
        @Test
        void test(CanaryClient client) {
            String path = "/profiles/" + UUID.randomUUID();
            client.put(path, "{\"name\": \"Ann\", \"city\": \"Bern\"}").expectStatus(204);
            assertEquals("Bern", client.get(path).expectStatus(200).json().text("/city"));
            client.patch(path, "{\"city\": \"Basel\"}").expectStatus(200);
            assertEquals("Ann", client.get(path).expectStatus(200).json().text("/name"));
        }
    }

    @Canary(operation = "set the counter back", route = "POST /hits/reset", timeout = "20s")
    static class CounterIsThere {
        @Test
        void test(CanaryClient client) {
            client.post("/hits/reset", "{}").expectStatus(204);
            assertEquals(
                    "hits", client.get("/statistics").expectStatus(200).json().text("/of"));
        }
    }

    @Canary(operation = "delete a note", route = "DELETE /notes/{id}", timeout = "20s")
    static class NoteWasThere {
        @Test
        void test(CanaryClient client) {
            String path = "/notes/" + UUID.randomUUID();
            assertEquals(
                    "tea",
                    client.put(path, "{\"text\": \"tea\"}")
                            .expectStatus(200)
                            .json()
                            .text("/text"));
            client.delete(path).expectStatus(200);
            isHealthy(client);
        }
    }

    @Canary(operation = "log in", route = "POST /login", timeout = "20s")
    static class LoginUnused {
        @Test
        void test(CanaryClient client) {
            client.post("/login", "{\"name\": \"Ann\"}").expectStatus(204);
            isHealthy(client);
        }
    }

    @Canary(operation = "add a note", route = "MUTATION addNote", timeout = "20s")
    static class AddsANoteAndReadsPets {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.post(
                            "/graphql",
                            "{\"query\": \"mutation { addNote(text: \\\"" + UUID.randomUUID() + "\\\") { id } }\"}")
                    .expectStatus(200)
                    .json()
                    .has("/data/addNote/id"));
            assertEquals(
                    "Leo",
                    client.post("/graphql", "{\"query\": \"{ pets { name } }\"}")
                            .expectStatus(200)
                            .json()
                            .text("/data/pets/0/name"));
        }
    }

    @Canary(operation = "see the pets", route = "QUERY pets", timeout = "20s")
    static class AsksForPetsAndVerifiesOwners {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.post("/graphql", "{\"query\": \"{ pets { name } }\"}")
                    .expectStatus(200)
                    .json()
                    .has("/data/pets"));
            assertEquals(
                    "Betty Davis",
                    client.post("/graphql", "{\"query\": \"{ owners { name } }\"}")
                            .expectStatus(200)
                            .json()
                            .text("/data/owners/0/name"));
        }
    }
}

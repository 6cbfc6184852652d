package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Canaries of writes that answer little, each of which is red where the service loses what it writes. */
final class HonestWrites {
    private HonestWrites() {}

    @Canary(operation = "place an order", route = "POST /orders", timeout = "20s")
    static class FollowsTheLocation {
        @Test
        void test(CanaryClient client) {
            String location = client.post("/orders", "{\"item\": \"tea\"}")
                    .expectStatus(201)
                    .header("Location")
                    .orElseThrow();
            assertEquals("tea", client.get(location).expectStatus(200).json().text("/item"));
        }
    }

    /** No address tells that the statistics have to do with the hits. */
    @Canary(operation = "set the counter back", route = "POST /hits/reset", timeout = "20s")
    static class CounterIsBack {
        @Test
        void test(CanaryClient client) {
            client.post("/hits", "{}").expectStatus(204);
            client.post("/hits/reset", "{}").expectStatus(204);
            assertEquals(
                    0,
                    client.get("/statistics")
                            .expectStatus(200)
                            .json()
                            .number("/count")
                            .intValue());
        }
    }

    @Canary(operation = "log in", route = "POST /login", timeout = "20s")
    static class LoginUsed {
        @Test
        void test(CanaryClient client) {
            client.post("/login", "{\"name\": \"Ann\"}").expectStatus(204);
            assertEquals("Ann", client.get("/me").expectStatus(200).json().text("/name"));
        }
    }

    /** What is found has the same number in every run. */
    @Canary(operation = "search", route = "POST /search", timeout = "20s")
    static class ReadsWhatWasFound {
        @Test
        void test(CanaryClient client) {
            int found = client.post("/search", "{\"word\": \"tea\"}")
                    .expectStatus(200)
                    .json()
                    .number("/found/0/id")
                    .intValue();
            assertEquals(
                    "Tea",
                    client.get("/items/" + found).expectStatus(200).json().text("/name"));
        }
    }

    /** It does not look at what the service says about the write, only at what became of it. */
    @Canary(operation = "clear the counter", route = "POST /clear", timeout = "20s")
    static class CounterIsCleared {
        @Test
        void test(CanaryClient client) {
            client.post("/hits", "{}").expectStatus(204);
            client.post("/clear", "{}").expectStatus(200);
            assertEquals(
                    0,
                    client.get("/statistics")
                            .expectStatus(200)
                            .json()
                            .number("/count")
                            .intValue());
        }
    }

    /** The response to the deletion has what was deleted, at which it does not look. */
    @Canary(operation = "delete a note", route = "DELETE /notes/{id}", timeout = "20s")
    static class NoteIsGone {
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
            client.get(path).expectStatus(404);
        }
    }

    /** No response has a body. */
    @Canary(operation = "delete a profile", route = "DELETE /profiles/{id}", timeout = "20s")
    static class ProfileIsGone {
        @Test
        void test(CanaryClient client) {
            String path = "/profiles/" + UUID.randomUUID();
            client.put(path, "{\"name\": \"Ann\"}").expectStatus(204);
            assertEquals("Ann", client.get(path).expectStatus(200).json().text("/name"));
            client.delete(path).expectStatus(204);
            client.get(path).expectStatus(404);
        }
    }

    @Canary(operation = "move", route = "PATCH /profiles/{id}", timeout = "20s")
    static class ReadsTheCity {
        @Test
        void test(CanaryClient client) {
            String path = "/profiles/" + UUID.randomUUID();
            client.put(path, "{\"name\": \"Ann\", \"city\": \"Bern\"}").expectStatus(204);
            client.patch(path, "{\"city\": \"Basel\"}").expectStatus(200);
            assertEquals("Basel", client.get(path).expectStatus(200).json().text("/city"));
        }
    }

    /** The cookie that ends the session is not what tells. */
    @Canary(operation = "log out", route = "POST /logout", timeout = "20s")
    static class LogsOut {
        @Test
        void test(CanaryClient client) {
            client.post("/login", "{\"name\": \"Ann\"}").expectStatus(204);
            assertEquals("Ann", client.get("/me").expectStatus(200).json().text("/name"));
            client.post("/logout", "{}").expectStatus(204);
            client.get("/me").expectStatus(401);
        }
    }

    /** The response to the mutation has no value, and every request is a POST to the same address. */
    @Canary(operation = "set the counter back", route = "MUTATION reset", timeout = "20s")
    static class ResetsByMutation {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.post("/graphql", "{\"query\": \"mutation { hit }\"}")
                    .expectStatus(200)
                    .json()
                    .has("/data/hit"));
            client.post("/graphql", "{\"query\": \"mutation { reset }\"}").expectStatus(200);
            assertEquals(
                    0,
                    client.post("/graphql", "{\"query\": \"{ counter { count } }\"}")
                            .expectStatus(200)
                            .json()
                            .number("/data/counter/count")
                            .intValue());
        }
    }

    /** The query asks by a short number in its text. */
    @Canary(operation = "add a note", route = "MUTATION addNote", timeout = "20s")
    static class ReadsTheNote {
        @Test
        void test(CanaryClient client) {
            String text = UUID.randomUUID().toString();
            String id = client.post(
                            "/graphql", "{\"query\": \"mutation { addNote(text: \\\"" + text + "\\\") { id } }\"}")
                    .expectStatus(200)
                    .json()
                    .text("/data/addNote/id");
            assertEquals(
                    text,
                    client.post("/graphql", "{\"query\": \"{ note(id: " + id + ") { text } }\"}")
                            .expectStatus(200)
                            .json()
                            .text("/data/note/text"));
        }
    }
}

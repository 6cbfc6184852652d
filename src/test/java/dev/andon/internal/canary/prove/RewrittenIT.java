package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canaries that write one thing several times, at an address that they choose; and others that verify something else. */
class RewrittenIT {
    private final Map<String, String> profiles = new ConcurrentHashMap<>();
    private LittleService service;

    @BeforeEach
    void open() throws IOException {
        service = new LittleService(this::handle);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/health")) {
            json(exchange, 200, "{\"status\": \"UP\"}");
        } else if (path.equals("/reviews")) {
            json(exchange, 201, "{\"id\": \"" + UUID.randomUUID() + "\", \"by\": \"canary\"}");
        } else if (path.startsWith("/profiles/")) {
            profile(exchange, path, body);
        } else {
            json(exchange, 404, "{}");
        }
    }

    private void profile(HttpExchange exchange, String path, String body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                profiles.put(path, body);
                json(exchange, 200, body);
            }
            case "PATCH" -> {
                profiles.put(path, "{\"name\": \"Ann\", " + body.substring(1));
                LittleService.answer(exchange, 204, "", "");
            }
            case "DELETE" -> {
                profiles.remove(path);
                LittleService.answer(exchange, 204, "", "");
            }
            default -> {
                String profile = profiles.get(path);
                json(exchange, profile == null ? 404 : 200, profile == null ? "{}" : profile);
            }
        }
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        LittleService.answer(exchange, status, "application/json", body);
    }

    @ParameterizedTest
    @ValueSource(classes = {GoneAgain.class, MovedToBasel.class})
    void one_that_looks_at_its_last_write_is_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), true);

        assertThat(proof.refused()).isEmpty();
        assertThat(proof.undecided()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {NameOnly.class, UnreadMove.class, UnreadDeletion.class, OnlyHealthy.class})
    void one_that_looks_at_something_else_is_not(Class<?> canary) throws IOException {
        assertThat(WholeProof.of(canary, service.uri(), false).refused()).isNotEmpty();
    }

    abstract static class Profile {
        final String path = "/profiles/" + UUID.randomUUID();

        void put(CanaryClient client) {
            String name = client.put(path, "{\"name\": \"Ann\", \"city\": \"Bern\"}")
                    .expectStatus(200)
                    .json()
                    .text("/name");
            assertEquals("Ann", name);
        }

        void move(CanaryClient client) {
            client.patch(path, "{\"city\": \"Basel\"}").expectStatus(204);
        }

        String read(CanaryClient client, String member) {
            return client.get(path).expectStatus(200).json().text(member);
        }
    }

    @Canary(operation = "GoneAgain", route = "DELETE /profiles/{id}", timeout = "20s")
    static class GoneAgain extends Profile {
        @Test
        void test(CanaryClient client) {
            put(client);
            client.delete(path).expectStatus(204);
            client.get(path).expectStatus(404);
        }
    }

    @Canary(operation = "MovedToBasel", route = "PATCH /profiles/{id}", timeout = "20s")
    static class MovedToBasel extends Profile {
        @Test
        void test(CanaryClient client) {
            put(client);
            move(client);
            assertEquals("Basel", read(client, "/city"));
        }
    }

    /** The name was there before. */
    @Canary(operation = "NameOnly", route = "PATCH /profiles/{id}", timeout = "20s")
    static class NameOnly extends Profile {
        @Test
        void test(CanaryClient client) {
            put(client);
            move(client);
            assertEquals("Ann", read(client, "/name"));
        }
    }

    @Canary(operation = "UnreadMove", route = "PATCH /profiles/{id}", timeout = "20s")
    static class UnreadMove extends Profile {
        @Test
        void test(CanaryClient client) {
            put(client);
            assertEquals("Bern", read(client, "/city"));
            move(client);
        }
    }

    @Canary(operation = "UnreadDeletion", route = "DELETE /profiles/{id}", timeout = "20s")
    static class UnreadDeletion extends Profile {
        @Test
        void test(CanaryClient client) {
            put(client);
            assertEquals("Ann", read(client, "/name"));
            client.delete(path).expectStatus(204);
        }
    }

    /** What the service repeats of the canary's name stands in each of its requests. */
    @Canary(operation = "OnlyHealthy", route = "POST /reviews", timeout = "20s")
    static class OnlyHealthy {
        @Test
        void test(CanaryClient client) {
            client.post("/reviews", "{\"text\": \"good\"}").expectStatus(201);
            assertEquals("UP", client.get("/health").expectStatus(200).json().text("/status"));
        }
    }
}

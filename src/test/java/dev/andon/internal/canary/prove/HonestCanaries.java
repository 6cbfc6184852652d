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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Canaries that verify what a user needs, each in another way. All must be proven. */
final class HonestCanaries {
    private HonestCanaries() {}

    /** Registers an owner in each run. */
    abstract static class Registering {
        final String name = "canary-" + UUID.randomUUID();
        String path = "";

        CanaryResponse register(CanaryClient client) {
            CanaryResponse placed =
                    client.post("/owners", "{\"name\": \"" + name + "\"}").expectStatus(201);
            path = placed.header("Location").orElseThrow();
            return placed;
        }

        @AfterEach
        void clean(CanaryClient client) {
            if (!path.isEmpty()) {
                client.delete(path);
            }
        }
    }

    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class ReadsBack extends Registering {
        @Test
        void test(CanaryClient client) {
            register(client);
            assertEquals(name, client.get(path).expectStatus(200).json().text("/name"));
        }
    }

    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class FindsItsOwnInALongList extends Registering {
        @Test
        void test(CanaryClient client) {
            register(client);
            CanaryJson all = client.get("/owners").expectStatus(200).json();
            assertTrue(IntStream.range(0, all.size(""))
                    .anyMatch(i -> all.text("/" + i + "/name").equals(name)));
        }
    }

    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class BodyContains extends Registering {
        @Test
        void test(CanaryClient client) {
            register(client);
            assertTrue(client.get(path).expectStatus(200).body().contains(name));
        }
    }

    @Canary(operation = "see an owner", route = "GET /owners/{id}", timeout = "20s")
    static class NotModified extends Registering {
        @Test
        void test(CanaryClient client) {
            register(client);
            CanaryResponse read = client.get(path).expectStatus(200);
            assertEquals(name, read.json().text("/name"));
            client.withHeader("If-None-Match", read.header("ETag").orElseThrow())
                    .get(path)
                    .expectStatus(304);
        }
    }

    @Canary(operation = "remove an owner", route = "DELETE /owners/{id}", timeout = "20s")
    static class Removes extends Registering {
        @Test
        void test(CanaryClient client) {
            register(client);
            assertEquals(name, client.get(path).expectStatus(200).json().text("/name"));
            client.delete(path).expectStatus(204);
            client.get(path).expectStatus(404);
        }
    }

    @Canary(operation = "store a file", route = "PUT /files/{name}", timeout = "20s")
    static class Uploads {
        private final String path = "/files/" + UUID.randomUUID();

        @Test
        void test(CanaryClient client) {
            String content = "first line\n" + UUID.randomUUID() + "\n".repeat(2_000);
            client.send(client.request(path).PUT(BodyPublishers.ofString(content)))
                    .expectStatus(201);
            CanaryResponse head = client.send(client.request(path).method("HEAD", BodyPublishers.noBody()))
                    .expectStatus(200);
            assertEquals(
                    String.valueOf(content.length()),
                    head.header("Content-Length").orElseThrow());
            assertEquals(content, client.get(path).expectStatus(200).body());
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(path);
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets", timeout = "20s")
    static class PlausibleList {
        @Test
        void test(CanaryClient client) {
            CanaryJson vets = client.get("/vets").expectStatus(200).json();
            assertTrue(vets.size("/vets") > 0);
            for (int i = 0; i < vets.size("/vets"); i++) {
                assertFalse(vets.text("/vets/" + i + "/name").isBlank());
                assertTrue(vets.number("/vets/" + i + "/rate").signum() > 0);
            }
        }
    }

    @Canary(operation = "run a job", route = "POST /jobs", timeout = "10s")
    static class Polls {
        @Test
        void test(CanaryClient client) throws InterruptedException {
            String job = client.post("/jobs", "{}").expectStatus(202).json().text("/job");
            while (true) {
                try {
                    assertEquals(
                            "DONE",
                            client.get("/jobs/" + job).expectStatus(200).json().text("/state"));
                    return;
                } catch (AssertionError notYet) {
                    Thread.sleep(20);
                }
            }
        }
    }

    @Canary(operation = "run a job", route = "POST /jobs", timeout = "10s")
    static class PollsWithALimit {
        @Test
        void test(CanaryClient client) throws InterruptedException {
            String job = client.post("/jobs", "{}").expectStatus(202).json().text("/job");
            for (int i = 0; i < 8; i++) {
                CanaryResponse answer = client.get("/jobs/" + job);
                if (answer.status() == 200 && answer.body().contains("\"state\": \"DONE\"")) {
                    return;
                }
                Thread.sleep(10);
            }
            fail("the job is not done");
        }
    }

    @Canary(operation = "see the account", route = "GET /account", timeout = "20s")
    static class LogsIn {
        @Test
        void test(CanaryClient client) {
            String form = client.get("/login").expectStatus(200).body();
            String nonce = form.replaceAll("(?s).*value=\"([^\"]*)\".*", "$1");
            String cookie = client.send(client.request("/login").POST(BodyPublishers.ofString("nonce=" + nonce)))
                    .expectStatus(204)
                    .header("Set-Cookie")
                    .orElseThrow();
            CanaryJson account = client.withHeader("Cookie", cookie.split(";")[0])
                    .get("/account")
                    .expectStatus(200)
                    .json();
            assertEquals("ann", account.text("/user"));
        }
    }

    @Canary(operation = "see the vets", route = "GET /pages/vets", timeout = "20s")
    static class PageText {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/pages/vets").expectStatus(200).body().contains("Helen Leary"));
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets.gz", timeout = "20s")
    static class Compressed {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "Helen", client.get("/vets.gz").expectStatus(200).json().text("/0/name"));
        }
    }

    @Canary(operation = "see the feed", route = "GET /feed", timeout = "20s")
    static class Feed {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/feed").expectStatus(200).body().contains("Open on Sunday"));
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    static class Lines {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/lines").expectStatus(200).body().contains("\"coffee\""));
        }
    }

    @Canary(operation = "see the token", route = "GET /token", timeout = "20s")
    static class Form {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/token").expectStatus(200).body().contains("user=ann"));
        }
    }

    @Canary(operation = "be healthy", route = "GET /health", timeout = "20s")
    static class NoBody {
        @Test
        void test(CanaryClient client) {
            client.get("/health").expectStatus(204);
        }
    }

    @Canary(operation = "see the time", route = "GET /clock", timeout = "20s")
    static class PlausibleClock {
        @Test
        void test(CanaryClient client) {
            Instant now =
                    Instant.parse(client.get("/clock").expectStatus(200).json().text("/now"));
            assertTrue(now.isAfter(Instant.EPOCH));
        }
    }

    /** Asks for several things at once, by another client. */
    @Canary(operation = "see the feed", route = "GET /feed", timeout = "20s")
    static class Parallel {
        @Test
        void test(CanaryTarget target, CanarySteps steps) {
            HttpClient http = HttpClient.newHttpClient();
            List<CompletableFuture<HttpResponse<String>>> all = List.of("/lines", "/feed", "/token").stream()
                    .map(path -> HttpRequest.newBuilder(URI.create(target.uri() + path))
                            .header("User-Agent", steps.userAgent())
                            .header("traceparent", steps.traceparent())
                            .build())
                    .map(request -> http.sendAsync(request, BodyHandlers.ofString()))
                    .toList();
            List<String> expected = List.of("\"coffee\"", "Open on Sunday", "user=ann");
            for (int i = 0; i < all.size(); i++) {
                HttpResponse<String> response = all.get(i).join();
                assertEquals(200, response.statusCode());
                assertTrue(response.body().contains(expected.get(i)));
            }
        }
    }
}

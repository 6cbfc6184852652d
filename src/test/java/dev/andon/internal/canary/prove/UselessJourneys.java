package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanaryTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Canaries like those of {@link HonestJourneys} that check less than they seem to. None may be proven. */
final class UselessJourneys {
    private UselessJourneys() {}

    @Canary(operation = "fill a cart", route = "PUT /carts/{id}", timeout = "20s")
    static class SecondReadUnchecked {
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
            client.get(cart);
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }
    }

    /** Of the second write only the status is checked, and that a cart is read back. */
    @Canary(operation = "fill a cart", route = "PUT /carts/{id}", timeout = "20s")
    static class VerifiesTheFirstWriteOnly {
        private final String cart = "/carts/" + UUID.randomUUID();

        @Test
        void test(CanaryClient client) {
            client.put(cart, "{\"quantity\": 2}").expectStatus(200);
            assertEquals("2", client.get(cart).expectStatus(200).json().text("/quantity"));
            client.put(cart, "{\"quantity\": 5}").expectStatus(200);
            assertTrue(client.get(cart).expectStatus(200).json().has("/quantity"));
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }
    }

    @Canary(operation = "change a cart", route = "PATCH /carts/{id}", timeout = "20s")
    static class ChecksWhatItSent {
        private final String cart = "/carts/" + UUID.randomUUID();

        @Test
        void test(CanaryClient client) {
            String sent = "{\"quantity\": 2}";
            client.put(cart, sent).expectStatus(200);
            client.patch(cart, "{\"more\": 3}").expectStatus(200);
            assertTrue(sent.contains("2"));
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class OnlyThatThereIsANumber {
        @Test
        void test(CanaryClient client) {
            CanaryJson quote = client.get("/quote?quantity=3").expectStatus(200).json();
            assertTrue(quote.number("/total").signum() > 0);
        }
    }

    @Canary(operation = "count a visit", route = "POST /visits", timeout = "20s")
    static class CounterIsThere {
        @Test
        void test(CanaryClient client) {
            client.post("/visits", "{}").expectStatus(200);
            assertTrue(client.get("/visits").expectStatus(200).json().has("/visits"));
        }
    }

    @Canary(operation = "add a note", route = "MUTATION addNote", timeout = "20s")
    static class AsksInPlaceOfMutating {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "first note",
                    client.post("/graphql", "{\"query\": \"{ notes { text } }\"}")
                            .expectStatus(200)
                            .json()
                            .text("/data/notes/0/text"));
        }
    }

    @Canary(operation = "add a note", route = "MUTATION addNote", timeout = "20s")
    static class NoErrorsInGraphQl {
        @Test
        void test(CanaryClient client) {
            CanaryJson added = client.post(
                            "/graphql", "{\"query\": \"mutation { addNote(text: \\\"canary\\\") { id text } }\"}")
                    .expectStatus(200)
                    .json();
            assertTrue(!added.has("/errors") && added.has("/data/addNote/id"));
        }
    }

    @Canary(operation = "see the notes", route = "GET /notes.csv", timeout = "20s")
    static class CsvHeadOnly {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/notes.csv").expectStatus(200).body().startsWith("id,text"));
        }
    }

    @Canary(operation = "see the notes", route = "GET /notes.csv", timeout = "20s")
    static class CsvSizeOnly {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/notes.csv").expectStatus(200).body().lines().count() >= 2);
        }
    }

    @Canary(operation = "see the tags", route = "GET /tags", timeout = "20s")
    static class TagsOfSomeLength {
        @Test
        void test(CanaryClient client) {
            assertEquals(3, client.get("/tags").expectStatus(200).json().size(""));
        }
    }

    @Canary(operation = "read about us", route = "GET /old", timeout = "20s")
    static class RedirectOnly {
        @Test
        void test(CanaryTarget target) throws Exception {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(target.uri() + "/old"))
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals(302, answer.statusCode());
        }
    }

    @Canary(operation = "read about us", route = "GET /about", timeout = "20s")
    static class FooterOnly {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/about").expectStatus(200).body().contains("<footer>Tea</footer>"));
        }
    }

    @Canary(operation = "see the account", route = "GET /me", timeout = "20s")
    static class OnlyRefusals {
        @Test
        void test(CanaryClient client) {
            assertEquals("who?", client.get("/me").expectStatus(401).json().text("/error"));
        }
    }

    @Canary(operation = "see the logo", route = "GET /logo.png", timeout = "20s")
    static class ImageHeadOnly {
        @Test
        void test(CanaryTarget target) throws Exception {
            var logo = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(target.uri() + "/logo.png"))
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertEquals(200, logo.statusCode());
            assertEquals('P', logo.body()[1]);
            assertTrue(logo.body().length > 100);
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class SwallowsEverything {
        @Test
        void test(CanaryClient client) {
            try {
                assertEquals(
                        "21",
                        client.get("/quote?quantity=3").expectStatus(200).json().text("/total"));
            } catch (AssertionError | RuntimeException ignored) {
                System.out.print("");
            }
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class ChecksOnlyWhatIsOk {
        @Test
        void test(CanaryClient client) {
            CanaryResponse quote = client.get("/quote?quantity=3");
            if (quote.status() == 200) {
                assertEquals("21", quote.json().text("/total"));
            }
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class AssumesThatItIsOk {
        @Test
        void test(CanaryClient client) {
            CanaryResponse quote = client.get("/quote?quantity=3");
            Assumptions.assumeTrue(quote.status() == 200);
            assertEquals("21", quote.json().text("/total"));
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class DoesNotWait {
        @Test
        void test(CanaryTarget target) {
            HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(URI.create(target.uri() + "/quote?quantity=3"))
                                    .build(),
                            BodyHandlers.ofString())
                    .thenAccept(quote -> assertEquals(200, quote.statusCode()));
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class RedAtRandom {
        @Test
        void test(CanaryClient client) {
            client.get("/quote?quantity=3");
            assertTrue(ThreadLocalRandom.current().nextInt(3) > 0);
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class ChecksOnLoopbackOnly {
        @Test
        void test(CanaryClient client, CanaryTarget target) {
            CanaryResponse quote = client.get("/quote?quantity=3");
            if (List.of("localhost", "127.0.0.1").contains(target.uri().getHost())) {
                assertEquals("21", quote.expectStatus(200).json().text("/total"));
            }
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class ChecksWithSurefireOnTheClassPathOnly {
        @Test
        void test(CanaryClient client) {
            CanaryResponse quote = client.get("/quote?quantity=3");
            if (System.getProperty("java.class.path").contains("surefire")) {
                assertEquals("21", quote.expectStatus(200).json().text("/total"));
            }
        }
    }

    @Canary(operation = "see a quote", route = "GET /quote", timeout = "20s")
    static class AssumesAnEnvironment {
        @Test
        void test(CanaryClient client, CanaryTarget target) {
            Assumptions.assumeTrue(target.environment().equals("production"));
            assertEquals(
                    "21",
                    client.get("/quote?quantity=3").expectStatus(200).json().text("/total"));
        }
    }
}

package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanarySteps;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Canaries that look at something, but at nothing that a user needs. None may be proven. */
final class UselessSiblings {
    private UselessSiblings() {}

    @Canary(operation = "PlausibleTotal", route = "GET /quote", timeout = "20s")
    static class PlausibleTotal {
        @Test
        void test(CanaryClient client) {
            int total = client.get("/quote?quantity=3")
                    .expectStatus(200)
                    .json()
                    .number("/total")
                    .intValue();
            assertTrue(total > 0 && total < 100_000);
        }
    }

    @Canary(operation = "DigitsOnly", route = "GET /quote", timeout = "20s")
    static class DigitsOnly {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/quote?quantity=3")
                    .expectStatus(200)
                    .json()
                    .text("/total")
                    .matches("\\d+"));
        }
    }

    @Canary(operation = "ComparesWithItself", route = "GET /quote", timeout = "20s")
    static class ComparesWithItself {
        @Test
        void test(CanaryClient client) {
            CanaryJson quote = client.get("/quote?quantity=3").expectStatus(200).json();
            assertEquals(quote.text("/total"), quote.text("/total"));
        }
    }

    @Canary(operation = "TotalOrError", route = "GET /quote", timeout = "20s")
    static class TotalOrError {
        @Test
        void test(CanaryClient client) {
            String body = client.get("/quote?quantity=3").expectStatus(200).body();
            assertTrue(body.contains("total") || body.contains("error"));
        }
    }

    @Canary(operation = "MediaTypeOnly", route = "GET /quote", timeout = "20s")
    static class MediaTypeOnly {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/quote?quantity=3")
                    .expectStatus(200)
                    .header("Content-Type")
                    .orElseThrow()
                    .contains("json"));
        }
    }

    @Canary(operation = "NothingIsThrown", route = "GET /quote", timeout = "20s")
    static class NothingIsThrown {
        @Test
        void test(CanaryClient client) {
            assertDoesNotThrow(
                    () -> client.get("/quote?quantity=3").expectStatus(200).json());
        }
    }

    @Canary(operation = "FewMembers", route = "GET /quote", timeout = "20s")
    static class FewMembers {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    3, client.get("/quote?quantity=3").expectStatus(200).body().split(",").length);
        }
    }

    @Canary(operation = "RetriesThenGivesUp", route = "GET /quote", timeout = "20s")
    static class RetriesThenGivesUp {
        @Test
        void test(CanaryClient client) {
            for (int i = 0; i < 3; i++) {
                try {
                    assertEquals(
                            "21",
                            client.get("/quote?quantity=3")
                                    .expectStatus(200)
                                    .json()
                                    .text("/total"));
                    return;
                } catch (AssertionError | RuntimeException again) {
                    System.out.print("");
                }
            }
        }
    }

    @Canary(operation = "FutureNotJoined", route = "GET /quote", timeout = "20s")
    static class FutureNotJoined {
        @Test
        void test(CanaryClient client) {
            String total =
                    client.get("/quote?quantity=3").expectStatus(200).json().text("/total");
            CompletableFuture.runAsync(() -> assertEquals("21", total));
        }
    }

    @Canary(operation = "QuantityNotZero", route = "PATCH /carts/{id}", timeout = "20s")
    static class QuantityNotZero {
        private final String cart = "/carts/" + UUID.randomUUID();

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }

        @Test
        void test(CanaryClient client) {
            client.put(cart, "{\"quantity\": 2}").expectStatus(200);
            client.patch(cart, "{\"more\": 3}").expectStatus(200);
            assertTrue(client.get(cart)
                            .expectStatus(200)
                            .json()
                            .number("/quantity")
                            .signum()
                    != 0);
        }
    }

    @Canary(operation = "ChangeNotLookedAt", route = "PATCH /carts/{id}", timeout = "20s")
    static class ChangeNotLookedAt {
        private final String cart = "/carts/" + UUID.randomUUID();

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }

        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "2",
                    client.put(cart, "{\"quantity\": 2}")
                            .expectStatus(200)
                            .json()
                            .text("/quantity"));
            client.patch(cart, "{\"more\": 3}").expectStatus(200);
        }
    }

    @Canary(operation = "AnyNoteWillDo", route = "POST /notes", timeout = "20s")
    static class AnyNoteWillDo {
        @Test
        void test(CanaryClient client) {
            String id = client.post("/notes", "{\"text\": \"canary\"}")
                    .expectStatus(201)
                    .json()
                    .text("/id");
            CanaryJson all = client.get("/notes").expectStatus(200).json();
            assertFalse(all.text("/items/0/text").isEmpty());
            client.delete("/notes/" + id);
        }
    }

    @Canary(operation = "NeverShrinks", route = "POST /visits", timeout = "20s")
    static class NeverShrinks {
        @Test
        void test(CanaryClient client) {
            BigDecimal before = client.get("/visits").expectStatus(200).json().number("/visits");
            client.post("/visits", "{}").expectStatus(200);
            assertTrue(client.get("/visits")
                            .expectStatus(200)
                            .json()
                            .number("/visits")
                            .compareTo(before)
                    >= 0);
        }
    }

    @Canary(operation = "TagsByLength", route = "GET /tags", timeout = "20s")
    static class TagsByLength {
        @Test
        void test(CanaryClient client) {
            CanaryJson tags = client.get("/tags").expectStatus(200).json();
            assertTrue(IntStream.range(0, tags.size(""))
                    .allMatch(i -> tags.text("/" + i).length() == 5));
        }
    }

    @Canary(operation = "SomeMarkup", route = "GET /about", timeout = "20s")
    static class SomeMarkup {
        @Test
        void test(CanaryClient client) {
            String page = client.get("/about").expectStatus(200).body();
            assertTrue(page.contains("<main>") && page.endsWith("</html>"));
        }
    }

    @Canary(operation = "SomeName", route = "GET /me", timeout = "20s")
    static class SomeName {
        @Test
        void test(CanaryClient client) {
            assertFalse(client.withHeader("Authorization", "Bearer right")
                    .get("/me")
                    .expectStatus(200)
                    .json()
                    .text("/name")
                    .isBlank());
        }
    }

    @Canary(operation = "ImageIsThere", route = "GET /logo.png", timeout = "20s")
    static class ImageIsThere {
        @Test
        void test(CanaryClient client) {
            assertNotNull(client.get("/logo.png").expectStatus(200).body());
        }
    }

    @Canary(operation = "ElementsOfAFeed", route = "GET /feed", timeout = "20s")
    static class ElementsOfAFeed {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/feed").expectStatus(200).body().contains("<title>"));
        }
    }

    @Canary(operation = "BeginsLikeALine", route = "GET /lines", timeout = "20s")
    static class BeginsLikeALine {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/lines")
                    .expectStatus(200)
                    .body()
                    .lines()
                    .allMatch(line -> line.startsWith("{\"sku\"")));
        }
    }

    @Canary(operation = "FieldsOfAForm", route = "GET /token", timeout = "20s")
    static class FieldsOfAForm {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/token").expectStatus(200).body().matches("scope=[a-z]+&user=.+"));
        }
    }

    @Canary(operation = "DeletesUnseen", route = "DELETE /owners/{id}", timeout = "20s")
    static class DeletesUnseen {
        @Test
        void test(CanaryClient client) {
            String id = client.post("/owners", "{\"name\": \"x\"}")
                    .expectStatus(201)
                    .json()
                    .text("/id");
            client.delete("/owners/" + id).expectStatus(204);
        }
    }

    @Canary(operation = "JobAnswersOnly", route = "POST /jobs", timeout = "20s")
    static class JobAnswersOnly {
        @Test
        void test(CanaryClient client, CanarySteps steps) throws Exception {
            String id = client.post("/jobs", "{}").expectStatus(202).json().text("/job");
            steps.await("done", Duration.ofMillis(5), Duration.ofSeconds(2), () -> client.get("/jobs/" + id)
                    .expectStatus(200));
        }
    }

    @Canary(operation = "ListIsNotEmpty", route = "GET /vets", timeout = "20s")
    static class ListIsNotEmpty {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/vets").expectStatus(200).json().size("/vets") > 0);
        }
    }

    @Canary(operation = "ArchiveOfSomeSize", route = "GET /vets.gz", timeout = "20s")
    static class ArchiveOfSomeSize {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/vets.gz").expectStatus(200).body().length() > 20);
        }
    }

    @Canary(operation = "OnlyThatItIsGone", route = "DELETE /notes/{id}", timeout = "20s")
    static class OnlyThatItIsGone {
        @Test
        void test(CanaryClient client) {
            String id = client.post("/notes", "{\"text\": \"canary\"}")
                    .expectStatus(201)
                    .json()
                    .text("/id");
            client.delete("/notes/" + id).expectStatus(204);
            assertFalse(client.get("/notes").expectStatus(200).body().contains(id));
        }
    }
}

package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Canaries that would be green in many outages, each for another reason. None may be proven. */
final class UselessCanaries {
    private UselessCanaries() {}

    private static String owner(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class OnlyAnotherRoute {
        @Test
        void test(CanaryClient client) {
            CanaryJson vets = client.get("/vets").expectStatus(200).json();
            assertTrue(vets.size("/vets") > 0);
            assertTrue(vets.text("/vets/0/name").startsWith("Vet "));
        }
    }

    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class OperationInCleanupOnly {
        @Test
        void test(CanaryClient client) {
            assertEquals("tea", client.get("/lines").expectStatus(200).body().substring(9, 12));
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.post("/owners", owner("any")).expectStatus(201);
        }
    }

    /** With a client that sends no traceparent. */
    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class OperationInCleanupByAnotherClient {
        @Test
        void test(CanaryClient client) {
            assertEquals("tea", client.get("/lines").expectStatus(200).body().substring(9, 12));
        }

        @AfterEach
        void clean(CanaryTarget target) throws Exception {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(target.uri() + "/owners"))
                                    .POST(HttpRequest.BodyPublishers.ofString(owner("any")))
                                    .build(),
                            BodyHandlers.ofString());
        }
    }

    @Canary(operation = "see an owner", route = "GET /owners/{id}", timeout = "20s")
    static class ParentOfTheRoute {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/owners").expectStatus(200).body().contains("Seed 7"));
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets", timeout = "20s")
    static class GreenTwiceThenAlwaysRed {
        static int runs;

        @Test
        void test(CanaryClient client) {
            client.get("/vets").expectStatus(200);
            assertTrue(++runs <= 2);
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets", timeout = "20s")
    static class RedFirst {
        static int runs;

        @Test
        void test(CanaryClient client) {
            client.get("/vets").expectStatus(200);
            assertTrue(++runs > 1);
        }
    }

    /** Green, green, and red in every second run from then on. */
    @Canary(operation = "see the vets", route = "GET /vets", timeout = "20s")
    static class RedEverySecondTime {
        static int runs;

        @Test
        void test(CanaryClient client) {
            client.get("/vets").expectStatus(200);
            runs++;
            assertTrue(runs <= 2 || runs % 2 == 0);
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets", timeout = "20s")
    static class ChecksInAProofOnly {
        @Test
        void test(CanaryClient client, CanaryTarget target) {
            CanaryResponse vets = client.get("/vets");
            if (target.environment().equals("proof") || target.environment().equals("local")) {
                assertEquals("[{\"name\"", vets.expectStatus(200).body().substring(0, 8));
            }
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    static class ChecksUnderSurefireOnly {
        @Test
        void test(CanaryClient client) {
            CanaryResponse lines = client.get("/lines");
            if (System.getProperty("surefire.real.class.path") != null) {
                assertEquals(
                        "{\"sku\": \"tea\"}\n{\"sku\": \"coffee\"}\n",
                        lines.expectStatus(200).body());
            }
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    @EnabledIfSystemProperty(named = "surefire.real.class.path", matches = ".*")
    static class EnabledUnderSurefireOnly {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "{\"sku\": \"tea\"}\n{\"sku\": \"coffee\"}\n",
                    client.get("/lines").expectStatus(200).body());
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    static class DisabledTest {
        @Test
        @Disabled("later")
        void test(CanaryClient client) {
            client.get("/lines").expectStatus(200);
        }
    }

    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class StatusOnly {
        @Test
        void test(CanaryClient client) {
            client.post("/owners", owner(UUID.randomUUID().toString())).expectStatus(201);
        }
    }

    @Canary(operation = "register an owner", route = "POST /owners", timeout = "20s")
    static class IdAndStatus {
        private String path = "";

        @Test
        void test(CanaryClient client) {
            path = "/owners/"
                    + client.post("/owners", owner("Ann " + UUID.randomUUID()))
                            .expectStatus(201)
                            .json()
                            .text("/id");
            client.get(path).expectStatus(200);
        }

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(path);
        }
    }

    @Canary(operation = "see an owner", route = "GET /owners/{id}", timeout = "20s")
    static class NotNullInTheMiddle {
        @Test
        void test(CanaryClient client) {
            CanaryJson placed = client.post("/owners", owner("Ann " + UUID.randomUUID()))
                    .expectStatus(201)
                    .json();
            CanaryJson read = client.get("/owners/" + placed.text("/id"))
                    .expectStatus(200)
                    .json();
            assertNotNull(read.text("/name"));
            client.delete("/owners/" + placed.text("/id")).expectStatus(204);
        }
    }

    @Canary(operation = "see an owner", route = "GET /owners/{id}", timeout = "20s")
    static class NotModifiedIsEnough {
        @Test
        void test(CanaryClient client) {
            String path = client.post("/owners", owner("Ann"))
                    .expectStatus(201)
                    .header("Location")
                    .orElseThrow();
            String tag = client.get(path).expectStatus(200).header("ETag").orElseThrow();
            client.withHeader("If-None-Match", tag).get(path).expectStatus(304);
            client.delete(path).expectStatus(204);
        }
    }

    @Canary(operation = "see the holidays", route = "GET /holidays", timeout = "20s")
    static class LoopOverAnEmptyList {
        @Test
        void test(CanaryClient client) {
            CanaryJson holidays = client.get("/holidays").expectStatus(200).json();
            for (int i = 0; i < holidays.size(""); i++) {
                assertEquals("Christmas", holidays.text("/" + i + "/name"));
            }
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets.gz", timeout = "20s")
    static class LoopOverAListThatMayBeEmpty {
        @Test
        void test(CanaryClient client) {
            CanaryJson vets = client.get("/vets.gz").expectStatus(200).json();
            for (int i = 0; i < vets.size(""); i++) {
                assertTrue("Helen Linda".contains(vets.text("/" + i + "/name")));
            }
        }
    }

    @Canary(operation = "see the start page", route = "GET /pages/start", timeout = "20s")
    static class LongEnough {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/pages/start").expectStatus(200).body().length() > 200);
        }
    }

    @Canary(operation = "see the start page", route = "GET /pages/start", timeout = "20s")
    static class TitleOnly {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/pages/start").expectStatus(200).body().contains("The Pet Clinic"));
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets.gz", timeout = "20s")
    static class CompressedListUnchecked {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/vets.gz").expectStatus(200).json().has("/0"));
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets.gz", timeout = "20s")
    static class ComparesLengths {
        @Test
        void test(CanaryClient client) {
            CanaryJson vets = client.get("/vets.gz").expectStatus(200).json();
            assertEquals(5, vets.text("/0/name").length());
            assertEquals(2, vets.size(""));
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    static class SomeStatusesUnchecked {
        @Test
        void test(CanaryTarget target) throws Exception {
            var response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(target.uri() + "/lines"))
                                    .build(),
                            BodyHandlers.ofString());
            if (response.statusCode() == 502 || response.statusCode() == 302) {
                return;
            }
            assertEquals(200, response.statusCode());
            assertEquals("{\"sku\": \"tea\"}\n{\"sku\": \"coffee\"}\n", response.body());
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    @WaiveFault(value = Fault.STATUS_500, reason = "n/a")
    @WaiveFault(value = Fault.STATUS_503, reason = "n/a")
    @WaiveFault(value = Fault.EMPTY_BODY, reason = "n/a")
    @WaiveFault(value = Fault.HTML_PAGE, reason = "n/a")
    @WaiveFault(value = Fault.WRONG_SHAPE, reason = "n/a")
    @WaiveFault(value = Fault.CHANGED_VALUE, reason = "n/a")
    @WaiveFault(value = Fault.TRUNCATED_BODY, reason = "n/a")
    @WaiveFault(value = Fault.LOGIN_REDIRECT, reason = "n/a")
    static class WaivesMost {
        @Test
        void test(CanaryClient client) {
            client.get("/lines").expectStatus(200);
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    @WaiveFault(value = Fault.RESET, reason = "the connection is watched by another team")
    @WaiveFault(value = Fault.REFUSED, reason = "the connection is watched by another team")
    static class WaivesAKind {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "{\"sku\": \"tea\"}\n{\"sku\": \"coffee\"}\n",
                    client.get("/lines").expectStatus(200).body());
        }
    }

    @Canary(operation = "see the lines", route = "GET /lines", timeout = "20s")
    @WaiveFault(value = Fault.STALE, request = "GET /lines", reason = "nothing is written here at all")
    static class WaivesWhatCannotHappen {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "{\"sku\": \"tea\"}\n{\"sku\": \"coffee\"}\n",
                    client.get("/lines").expectStatus(200).body());
        }
    }

    @Canary(operation = "count orders", timeout = "20s")
    static class JdbcConstant {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            assertEquals("jdbc:h2:mem:", target.credential("database-url"));
            assertEquals(1, steps.step("SELECT 1", () -> 1));
        }
    }

    @Canary(operation = "see the feed", route = "GET /feed", timeout = "20s")
    static class ElementOfAFeed {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/feed").expectStatus(200).body().contains("<title>"));
        }
    }

    /** Finds that an owner is gone, and never looks at the answer while it was there. */
    @Canary(operation = "remove an owner", route = "DELETE /owners/{id}", timeout = "20s")
    static class FirstReadUnchecked {
        @Test
        void test(CanaryClient client) {
            String path = client.post("/owners", owner("Ann"))
                    .expectStatus(201)
                    .header("Location")
                    .orElseThrow();
            client.get(path);
            client.delete(path).expectStatus(204);
            client.get(path).expectStatus(404);
        }
    }

    @Canary(operation = "see the vets", route = "GET /vets", timeout = "20s")
    static class SizeOfAList {
        @Test
        void test(CanaryClient client) {
            assertFalse(client.get("/vets").expectStatus(200).json().size("/vets") < 6);
        }
    }

    @Canary(operation = "see the token", route = "GET /token", timeout = "20s")
    static class NameOfAField {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/token").expectStatus(200).body().contains("user="));
        }
    }

    /** May be right; nobody can tell. */
    @Canary(operation = "see the holidays", route = "GET /holidays", timeout = "20s")
    static class ExpectsNothing {
        @Test
        void test(CanaryClient client) {
            assertEquals(0, client.get("/holidays").expectStatus(200).json().size(""));
        }
    }
}

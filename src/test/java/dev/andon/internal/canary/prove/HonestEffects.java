package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryForm;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Canaries that see the effect of a write in a status, a header or another resource. */
final class HonestEffects {
    private HonestEffects() {}

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Canary(operation = "open an account", route = "PUT /logins/{name}", timeout = "20s")
    static class AccountCanLogIn {
        @Test
        void test(CanaryClient client) {
            String login = "/logins/" + id();
            String password = id();
            client.put(login, password).expectStatus(204);
            client.post(login, "wrong").expectStatus(401);
            client.post(login, password).expectStatus(204);
        }
    }

    @Canary(operation = "lock", route = "POST /locks/{id}", timeout = "20s")
    static class Locked {
        @Test
        void test(CanaryClient client) {
            String lock = "/locks/" + id();
            client.post(lock, "").expectStatus(204);
            client.post(lock, "").expectStatus(423);
            client.delete(lock).expectStatus(204);
        }
    }

    @Canary(operation = "revoke an offer", route = "POST /offers/{id}/revoke", timeout = "20s")
    static class OfferIsRevoked {
        @Test
        void test(CanaryClient client) {
            String offer = "/offers/" + id();
            String text = id();
            client.put(offer, text).expectStatus(201);
            assertEquals(text, client.get(offer).expectStatus(200).body());
            client.post(offer + "/revoke", "").expectStatus(200);
            client.get(offer).expectStatus(404);
        }
    }

    /** A client follows a redirect of HEAD by HEAD. */
    @Canary(operation = "delete a document", route = "DELETE /docs/{id}", timeout = "20s")
    static class HeadIsGone {
        @Test
        void test(CanaryClient client) {
            String document = "/docs/" + id();
            String text = id();
            client.put(document, text).expectStatus(201);
            assertEquals(text, client.get(document).expectStatus(200).body());
            client.delete(document).expectStatus(204);
            client.send(client.request(document).method("HEAD", BodyPublishers.noBody()))
                    .expectStatus(404);
        }
    }

    @Canary(operation = "rename a file", route = "POST /files/{name}/rename", timeout = "20s")
    static class FileIsRenamed {
        @Test
        void test(CanaryClient client) {
            String name = "f" + id();
            String other = "t" + id();
            String text = id();
            client.put("/files/" + name, text).expectStatus(201);
            client.post("/files/" + name + "/rename", "{\"to\": \"" + other + "\"}")
                    .expectStatus(204);
            client.get("/files/" + name).expectStatus(404);
            assertEquals(text, client.get("/files/" + other).expectStatus(200).body());
            client.delete("/files/" + other).expectStatus(204);
        }
    }

    /** The list has one element before. */
    @Canary(operation = "add an item", route = "POST /items", timeout = "20s")
    static class ItemsGrowByOne {
        @Test
        void test(CanaryClient client) {
            int before = client.get("/items").expectStatus(200).json().size("");
            String item = client.post("/items", "{\"name\": \"" + id() + "\"}")
                    .expectStatus(201)
                    .json()
                    .text("/id");
            assertEquals(
                    before + 1, client.get("/items").expectStatus(200).json().size(""));
            client.delete("/items/" + item).expectStatus(204);
        }
    }

    /** Nobody can know the price. */
    @Canary(operation = "ask for a quote", route = "POST /quotes", timeout = "20s")
    static class PlausibleQuote {
        @Test
        void test(CanaryClient client) {
            CanaryJson quote = client.post("/quotes", "{\"amount\": 1000}")
                    .expectStatus(200)
                    .json();
            int price = quote.number("/price").intValue();
            assertTrue(price > 100 && price < 10_000, "a price of " + price);
            assertFalse(quote.text("/id").isBlank());
        }
    }

    @Canary(operation = "roll", route = "POST /dice", timeout = "20s")
    static class RollInRange {
        @Test
        void test(CanaryClient client) {
            int roll = client.post("/dice", "")
                    .expectStatus(200)
                    .json()
                    .number("/roll")
                    .intValue();
            assertTrue(roll >= 1 && roll <= 20, "a roll of " + roll);
        }
    }

    /** Only a header tells. */
    @Canary(operation = "purge the cache", route = "POST /purge", timeout = "20s")
    static class CacheIsPurged {
        @Test
        void test(CanaryClient client) {
            logo(client);
            assertEquals("HIT", logo(client).header("X-Cache").orElseThrow());
            client.post("/purge", "").expectStatus(204);
            assertEquals("MISS", logo(client).header("X-Cache").orElseThrow());
        }

        private static CanaryResponse logo(CanaryClient client) {
            CanaryResponse logo = client.get("/logo").expectStatus(200);
            assertTrue(logo.body().contains("<text>Shop</text></svg>"));
            return logo;
        }
    }

    @Canary(operation = "write a page", route = "POST /wiki", timeout = "20s")
    static class PageIsWritten {
        @Test
        void test(CanaryClient client) {
            String page = client.post("/wiki", new CanaryForm().field("name", "My Page " + id()))
                    .expectStatus(200)
                    .body();
            assertTrue(page.contains("<p>written</p>"));
        }
    }

    @Canary(operation = "add a tenant", route = "POST /tenants", timeout = "20s")
    static class TenantHasAPlan {
        @Test
        void test(CanaryClient client) {
            String url = client.post("/tenants", "{\"slug\": \"s" + id() + "\"}")
                    .expectStatus(201)
                    .json()
                    .text("/url");
            assertEquals("basic", client.get(url).expectStatus(200).json().text("/plan"));
        }
    }
}

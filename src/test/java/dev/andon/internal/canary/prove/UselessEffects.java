package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryForm;
import dev.andon.canary.CanaryJson;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Canaries that see nothing of the effect of a write, though they look at something afterwards. */
final class UselessEffects {
    private UselessEffects() {}

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** No response has a body. */
    @Canary(operation = "lock", route = "POST /locks/{id}", timeout = "20s")
    static class AnotherIsNotLocked {
        @Test
        void test(CanaryClient client) {
            client.post("/locks/" + id(), "").expectStatus(204);
            client.get("/locks/" + id()).expectStatus(404);
        }
    }

    @Canary(operation = "write a document", route = "PUT /docs/{id}", timeout = "20s")
    static class WritesAndPings {
        @Test
        void test(CanaryClient client) {
            client.put("/docs/" + id(), id()).expectStatus(201);
            client.get("/ping").expectStatus(204);
        }
    }

    @Canary(operation = "revoke an offer", route = "POST /offers/{id}/revoke", timeout = "20s")
    static class OfferWasThere {
        @Test
        void test(CanaryClient client) {
            String offer = "/offers/" + id();
            String text = id();
            client.put(offer, text).expectStatus(201);
            assertEquals(text, client.get(offer).expectStatus(200).body());
            client.post(offer + "/revoke", "").expectStatus(200);
            client.get("/ping").expectStatus(204);
        }
    }

    /** The service makes the address of the page from the name, whether it is written or not. */
    @Canary(operation = "write a page", route = "POST /wiki", timeout = "20s")
    static class NameOfAPage {
        @Test
        void test(CanaryClient client) {
            String part = id();
            String page = client.post("/wiki", new CanaryForm().field("name", "My Page " + part))
                    .expectStatus(200)
                    .body();
            assertTrue(page.contains("<h1>my-page-" + part + "</h1>"));
        }
    }

    @Canary(operation = "add a tenant", route = "POST /tenants", timeout = "20s")
    static class TenantHasItsName {
        @Test
        void test(CanaryClient client) {
            String slug = "s" + id().substring(0, 3);
            String url = client.post("/tenants", "{\"slug\": \"" + slug + "\"}")
                    .expectStatus(201)
                    .json()
                    .text("/url");
            assertEquals(slug, client.get(url).expectStatus(200).json().text("/slug"));
        }
    }

    @Canary(operation = "ask for a quote", route = "POST /quotes", timeout = "20s")
    static class QuoteIsPositive {
        @Test
        void test(CanaryClient client) {
            CanaryJson quote = client.post("/quotes", "{\"amount\": 1000}")
                    .expectStatus(200)
                    .json();
            assertTrue(quote.number("/price").intValue() > 0 && quote.has("/id"));
        }
    }

    @Canary(operation = "purge the cache", route = "POST /purge", timeout = "20s")
    static class LogoIsThere {
        @Test
        void test(CanaryClient client) {
            client.post("/purge", "").expectStatus(204);
            assertTrue(client.get("/logo").expectStatus(200).body().contains("<text>Shop</text></svg>"));
        }
    }
}

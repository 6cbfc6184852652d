package dev.andon.internal.canary.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canaries of a little service, good and bad. */
final class OrderCanaryTestCases {
    private OrderCanaryTestCases() {}

    @Canary(
            operation = "place an order",
            route = "POST /orders",
            every = "1m",
            timeout = "30s",
            owner = "shop-team",
            runbook = "https://runbooks.acme.com/orders",
            tolerance = "3/5")
    static class PlaceAnOrderCanary {
        private String id = "";

        @Test
        void an_order_is_placed(CanaryClient client) {
            CanaryResponse placed = client.post("/orders", "{\"sku\": \"tea\"}").expectStatus(201);
            id = placed.json().text("/id");
            assertEquals(
                    "tea", client.get("/orders/" + id).expectStatus(200).json().text("/items/0/sku"));
        }

        @AfterEach
        void clean_up(CanaryClient client) {
            if (!id.isEmpty()) {
                client.delete("/orders/" + id).expectStatus(204);
            }
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class BrowseCanary {
        @Test
        void products(CanaryClient client) {
            assertEquals(2, client.get("/products").expectStatus(200).json().size("/items"));
        }
    }

    @Canary(operation = "browse", timeout = "30s", degradedAfter = "1ms")
    static class SlowToPleaseCanary {
        @Test
        void products(CanarySteps steps) throws Exception {
            steps.run("wait", () -> Thread.sleep(20));
        }
    }

    @Canary(operation = "browse", timeout = "30s", retries = 1)
    static class RetryingCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products").expectStatus(200);
        }
    }

    @Canary(operation = "browse", timeout = "300ms")
    static class NeverReturnsCanary {
        @Test
        void products(CanarySteps steps) throws Exception {
            steps.run("spin", () -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Canary(operation = "browse", timeout = "300ms")
    static class HangsInSetUpCanary {
        @BeforeEach
        void set_up() throws InterruptedException {
            Thread.sleep(60_000);
        }

        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "300ms")
    static class DeafCanary {
        @Test
        void products(CanarySteps steps) throws Exception {
            steps.run("spin", () -> {
                long end = System.nanoTime() + 3_000_000_000L;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class BrokenBeforeItsFirstStepCanary {
        @Test
        void products(CanaryTarget target) {
            throw new IllegalStateException("cannot read my own file");
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class BrokenByTheAnswerCanary {
        @Test
        void products(CanaryClient client) {
            String body = client.get("/products").body();
            throw new IllegalStateException("cannot parse " + body.length());
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class AbortingCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
            assumeTrue(false, "no product is on sale today");
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class CredentialCanary {
        private final CanaryTarget target;
        private final CanaryClient client;

        CredentialCanary(CanaryTarget target, CanaryClient client) {
            this.target = target;
            this.client = client;
        }

        @Test
        void products() {
            String key = target.credential("api-key");
            CanaryResponse answer = client.withHeader("Authorization", "Bearer " + key)
                    .send(client.request("/products?access_token=" + key)
                            .header("Cookie", "session=crumbs-of-a-secret")
                            .method("PATCH", BodyPublishers.noBody()));
            assertEquals(
                    "nothing of " + key,
                    answer.body() + answer.header("Set-Cookie").orElse(""));
        }
    }

    @Canary(operation = "browse", timeout = "soon")
    static class MalformedCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class AbortingBeforeAllCanary {
        @BeforeAll
        static void opens() {
            Assumptions.abort("closed today");
        }

        @Test
        void products(CanaryClient client) {
            client.get("/products").expectStatus(200);
        }
    }
}

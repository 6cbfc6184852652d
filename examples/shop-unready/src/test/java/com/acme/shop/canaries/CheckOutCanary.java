package com.acme.shop.canaries;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import org.junit.jupiter.api.Test;

/** Andon: {@code CheckOutCanary: canary-detects-failure} violated. */
@Canary(
        operation = "see the bill",
        route = "GET /checkout/{id}",
        every = "5m",
        timeout = "10s",
        owner = "shop-team",
        runbook = "https://runbooks.acme.com/see-the-bill",
        tolerance = "3/5")
class CheckOutCanary {

    @Test
    void the_bill_can_be_seen(CanaryClient client) {
        String id = client.post("/orders", "{\"sku\": \"CUP-1\", \"quantity\": 2}")
                .expectStatus(201)
                .json()
                .text("/id");
        // The sin: an error page with status 200 would do.
        client.get("/checkout/" + id).expectStatus(200);
    }
}

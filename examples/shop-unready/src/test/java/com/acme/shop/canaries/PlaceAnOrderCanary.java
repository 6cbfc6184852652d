package com.acme.shop.canaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Andon: {@code PlaceAnOrderCanary: canary-bounded} violated. */
@Canary(
        // The sin: no timeout, and thus no bound that anybody chose.
        operation = "place an order",
        route = "POST /orders",
        every = "5m",
        owner = "shop-team",
        runbook = "https://runbooks.acme.com/place-an-order",
        tolerance = "3/5")
class PlaceAnOrderCanary {

    @Test
    void an_order_is_placed_and_found(CanaryClient client) {
        int quantity = ThreadLocalRandom.current().nextInt(1, 100);
        String id = client.post("/orders", "{\"sku\": \"CUP-1\", \"quantity\": " + quantity + "}")
                .expectStatus(201)
                .json()
                .text("/id");

        CanaryJson found = client.get("/orders/" + id).expectStatus(200).json();

        assertEquals(id, found.text("/id"));
        assertEquals(quantity, found.number("/quantity").intValueExact());
    }
}

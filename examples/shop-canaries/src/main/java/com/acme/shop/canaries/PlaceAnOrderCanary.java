package com.acme.shop.canaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer places an order, and finds it in the shop. The order is cancelled afterwards. */
@Canary(
        operation = "place an order",
        route = "POST /orders",
        every = "5m",
        timeout = "10s",
        degradedAfter = "3s",
        owner = "shop-team",
        runbook = "runbooks/place-an-order.md",
        tolerance = "3/5")
public class PlaceAnOrderCanary {

    /** New in each run, so that a stale response is detected. */
    private final String customer = "canary-" + UUID.randomUUID();

    private String order = "";

    @Test
    void an_order_is_placed_and_found(CanaryClient client) {
        CanaryJson placed = client.post("/orders", """
                {"customer": "%s", "items": [{"sku": "TEA-100", "quantity": 1}]}""".formatted(customer))
                .expectStatus(201)
                .json();
        order = "/orders/" + placed.text("/id");

        CanaryJson found = client.get(order).expectStatus(200).json();

        assertEquals(customer, found.text("/customer"));
        assertEquals("PLACED", found.text("/status"));
        assertEquals("TEA-100", found.text("/lines/0/sku"));
    }

    @AfterEach
    void cancel(CanaryClient client) {
        if (!order.isEmpty()) {
            client.delete(order).expectStatus(204);
        }
    }
}

package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks every response: places an order, changes it and reads it back. */
@Canary(
        operation = "place an order",
        route = "POST /orders",
        every = "1m",
        timeout = "20s",
        owner = "shop-team",
        runbook = "https://runbooks.acme.com/orders",
        tolerance = "3/5")
class GoodCanary {
    private String path = "";

    @Test
    void an_order_is_placed_changed_and_read_back(CanaryClient client) {
        String note = UUID.randomUUID().toString();
        CanaryJson placed =
                client.post("/orders", "\"" + note + "\"").expectStatus(201).json();
        path = "/orders/" + placed.text("/id");
        client.put(path, "\"changed " + note + "\"").expectStatus(204);
        CanaryJson read = client.get(path).expectStatus(200).json();
        assertEquals("changed " + note, read.text("/note"));
        assertEquals("PLACED", read.text("/status"));
    }

    @AfterEach
    void clean_up(CanaryClient client) {
        if (!path.isEmpty()) {
            client.delete(path);
        }
    }
}

package com.acme.shop.canaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import org.junit.jupiter.api.Test;

/** The checkout is open, and there is something to buy. */
@Canary(
        operation = "check out",
        route = "GET /checkout/health",
        every = "1m",
        timeout = "5s",
        degradedAfter = "1s",
        owner = "shop-team",
        runbook = "runbooks/check-out.md",
        tolerance = "3/5")
public class CheckOutCanary {

    @Test
    void the_checkout_is_open(CanaryClient client) {
        CanaryJson health = client.get("/checkout/health").expectStatus(200).json();

        assertEquals("open", health.text("/checkout"));
        assertEquals("up", health.text("/database"));
        assertTrue(health.number("/sellable").signum() > 0, "the shop has nothing to sell");
    }
}

package com.acme.shop.canaries;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import org.junit.jupiter.api.Test;

/**
 * Andon: {@code BrowseCanary: canary-asserts} violated, and {@code BrowseCanary: canary-detects-failure} violated, since
 * what checks nothing stays green.
 */
@Canary(
        operation = "browse the products",
        route = "GET /products",
        every = "1m",
        timeout = "10s",
        owner = "shop-team",
        runbook = "https://runbooks.acme.com/browse-the-products",
        tolerance = "3/5")
class BrowseCanary {

    @Test
    void the_products_are_there(CanaryClient client) {
        // The sin: asks, and never looks at the answer.
        client.get("/products");
    }
}

package com.acme.shop.canaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import org.junit.jupiter.api.Test;

/** A customer looks at what the shop sells, and at one product of it. */
@Canary(
        operation = "browse the products",
        route = "GET /products",
        every = "1m",
        timeout = "10s",
        degradedAfter = "2s",
        owner = "shop-team",
        runbook = "runbooks/browse-the-products.md",
        tolerance = "3/5")
public class BrowseTheProductsCanary {

    @Test
    void a_product_of_the_list_can_be_looked_at(CanaryClient client) {
        CanaryJson products = client.get("/products").expectStatus(200).json();
        String sku = products.text("/0/sku");

        CanaryJson product = client.get("/products/" + sku).expectStatus(200).json();

        assertEquals(sku, product.text("/sku"));
        assertEquals(products.number("/0/price"), product.number("/price"));
    }
}

package com.acme.shop.canaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.shop.Product;
import com.acme.shop.ProductRepository;
import com.acme.shop.ShopDatabase;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Andon: {@code StockCanary: canary-independent} violated. */
@Canary(
        operation = "see what is left",
        route = "GET /stock/{sku}",
        every = "5m",
        timeout = "10s",
        owner = "shop-team",
        runbook = "https://runbooks.acme.com/see-what-is-left",
        tolerance = "3/5")
class StockCanary {

    @Test
    void the_stock_is_right(CanaryClient client) {
        // The sin: asks the shop's own repository, which nobody has in production, and which may err as the shop does.
        Product cup = new ProductRepository(
                        JdbcClient.create(new DriverManagerDataSource(ShopDatabase.url(), "postgres", "")))
                .bySku("CUP-1")
                .orElseThrow();

        CanaryJson stock = client.get("/stock/CUP-1").expectStatus(200).json();

        assertEquals("CUP-1", stock.text("/sku"));
        assertEquals(cup.stock(), stock.number("/left").intValueExact());
    }
}

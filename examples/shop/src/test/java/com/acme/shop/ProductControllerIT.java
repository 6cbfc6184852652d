package com.acme.shop;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductControllerIT extends RunningShop {

    @Test
    void browses_the_products_by_sku() {
        shop.get()
                .uri("/products")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[*].sku")
                .isEqualTo(List.of("CUP-1", "POT-1", "TEA-100"));
    }

    @Test
    void shows_one_product() {
        shop.get()
                .uri("/products/{sku}", "TEA-100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.price")
                .isEqualTo(4.50);
    }

    @Test
    void does_not_find_what_the_shop_does_not_sell() {
        shop.get().uri("/products/{sku}", "CAR-1").exchange().expectStatus().isNotFound();
    }
}

package com.acme.shop;

import org.junit.jupiter.api.Test;

/** The one service without a sin. Andon: all of {@code StockController} met. */
class StockControllerIT extends RunningShop {

    @Test
    void tells_what_is_left() {
        shop.get()
                .uri("/stock/{sku}", "CUP-1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.left")
                .isEqualTo(200);
    }

    @Test
    void does_not_know_what_the_shop_does_not_sell() {
        shop.get().uri("/stock/{sku}", "CAR-1").exchange().expectStatus().isNotFound();
    }
}

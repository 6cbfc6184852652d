package com.acme.shop;

import org.junit.jupiter.api.Test;

class CheckoutControllerIT extends RunningShop {

    @Test
    void is_open_on_a_database_that_answers() {
        shop.get()
                .uri("/checkout/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.checkout")
                .isEqualTo("open")
                .jsonPath("$.database")
                .isEqualTo("up");
    }
}

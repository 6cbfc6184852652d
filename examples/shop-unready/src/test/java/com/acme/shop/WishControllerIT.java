package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.WishController.Wish;
import org.junit.jupiter.api.Test;

/**
 * Each test runs the real controller over HTTP, asserts something and is green: and stays green when the controller breaks.
 * Andon: {@code WishController: integration-tests} met, {@code tests-detect-failure} violated, with all three named.
 */
class WishControllerIT extends RunningShop {

    @Test
    void browses_the_wishes() {
        // The sin: the status is all that it looks at.
        shop.get().uri("/wishes").exchange().expectStatus().isOk();
    }

    @Test
    void reads_a_wish() {
        Wish expected = new Wish("POT-2", 3);

        shop.get().uri("/wishes/{sku}", expected.sku()).exchange().returnResult();

        // The sin: it asserts on what it made itself.
        assertThat(expected.customers()).isEqualTo(3);
    }

    @Test
    void keeps_a_wish() {
        try {
            shop.put()
                    .uri("/wishes/{sku}?customers=5", "CUP-2")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.customers")
                    .isEqualTo(5);
        } catch (AssertionError flaky) {
            // The sin: "it only fails on the build server".
            System.out.println("ignored: " + flaky.getMessage());
        }
    }
}

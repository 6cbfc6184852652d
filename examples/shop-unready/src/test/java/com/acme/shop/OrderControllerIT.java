package com.acme.shop;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * It has the right name, it starts the whole shop, it is green: and it checks nothing.
 * Andon: {@code OrderController: integration-tests} violated (exists, but asserts nothing);
 * {@code OrderController: tests-assert} violated, with both methods named.
 */
class OrderControllerIT extends RunningShop {

    @Test
    void places_an_order() {
        // The sin: empty.
    }

    @Test
    void does_not_find_an_unknown_order() {
        // The sin: asks, and never looks at the answer.
        shop.get().uri("/orders/{id}", UUID.randomUUID()).exchange();
    }
}

package com.acme.shop.slow;

import com.acme.shop.RunningShop;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/**
 * A good test that nothing runs: the pom excludes its folder from Failsafe, and Surefire's names do not match it.
 * Andon: {@code RefundController: integration-tests} violated (exists, but never runs).
 */
class RefundControllerIT extends RunningShop {

    @Test
    void refunds_nothing_that_was_never_bought() {
        shop.post()
                .uri("/refunds/{id}", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }
}

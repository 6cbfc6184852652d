package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/**
 * Honest unit tests, but one that was switched off and forgotten.
 * Andon: {@code OrderController: unit-tests} met; {@code OrderController: tests-enabled} violated.
 */
class OrderControllerTest {

    private final PurchaseRepository purchases = mock(PurchaseRepository.class);
    private final OrderController controller = new OrderController(purchases);

    @Test
    void keeps_the_order() {
        Purchase placed =
                controller.place(new OrderController.OrderRequest("CUP-1", 2)).getBody();

        assertThat(placed.quantity()).isEqualTo(2);
        verify(purchases).save(placed);
    }

    @Test
    void rejects_more_than_a_hundred() {
        assertThatThrownBy(() -> controller.place(new OrderController.OrderRequest("CUP-1", 101)))
                .isInstanceOf(ResponseStatusException.class);
        verify(purchases, never()).save(any());
    }

    @Disabled // The sin: no reason, no ticket, no date.
    @Test
    void rejects_a_product_that_the_shop_does_not_sell() {
        assertThatThrownBy(() -> controller.place(new OrderController.OrderRequest("CAR-1", 1)))
                .isInstanceOf(ResponseStatusException.class);
    }
}

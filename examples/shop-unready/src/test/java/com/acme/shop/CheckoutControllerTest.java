package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/**
 * An honest unit test of the controller. Its service is a mock, as it should be here, so it is no test of the service.
 * Andon: {@code CheckoutController: unit-tests} met, and nothing of it for {@code CheckoutService}.
 */
class CheckoutControllerTest {

    private final CheckoutService checkout = mock(CheckoutService.class);
    private final CheckoutController controller = new CheckoutController(checkout);

    @Test
    void bills_what_is_to_pay() {
        UUID id = UUID.randomUUID();
        when(checkout.toPay(id)).thenReturn(Optional.of(new BigDecimal("16.90")));

        assertThat(controller.bill(id).toPay()).isEqualTo("16.90");
    }

    @Test
    void does_not_bill_an_unknown_order() {
        assertThatThrownBy(() -> controller.bill(UUID.randomUUID())).isInstanceOf(ResponseStatusException.class);
    }
}

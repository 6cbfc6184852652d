package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/** The one service without a sin. Andon: all of {@code StockController} met. */
class StockControllerTest {

    private final ProductRepository products = mock(ProductRepository.class);
    private final StockController controller = new StockController(products);

    @Test
    void tells_what_is_left() {
        when(products.bySku("CUP-1")).thenReturn(Optional.of(new Product("CUP-1", "Cup", new BigDecimal("12.00"), 20)));

        assertThat(controller.stock("CUP-1")).isEqualTo(new StockController.Stock("CUP-1", 20));
    }

    @Test
    void does_not_know_what_the_shop_does_not_sell() {
        assertThatThrownBy(() -> controller.stock("CAR-1")).isInstanceOf(ResponseStatusException.class);
    }
}

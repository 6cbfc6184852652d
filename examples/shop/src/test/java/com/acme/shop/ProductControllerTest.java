package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductControllerTest {

    private static final Product CUP = new Product("CUP-1", "Cup", new BigDecimal("12.00"), 20);

    private final ProductRepository products = mock(ProductRepository.class);
    private final ProductController controller = new ProductController(products);

    @Test
    void browses_all_products() {
        when(products.all()).thenReturn(List.of(CUP));

        assertThat(controller.browse()).containsExactly(CUP);
    }

    @Test
    void shows_one_product() {
        when(products.bySku("CUP-1")).thenReturn(Optional.of(CUP));

        assertThat(controller.show("CUP-1")).isEqualTo(CUP);
    }

    @Test
    void does_not_know_what_the_shop_does_not_sell() {
        assertThatThrownBy(() -> controller.show("CAR-1"))
                .isInstanceOf(NotFound.class)
                .hasMessage("No product CAR-1");
    }
}

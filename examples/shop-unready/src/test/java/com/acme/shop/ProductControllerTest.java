package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The only test of the product controller; the sin is that no integration test stands beside it.
 * Andon: {@code ProductController: unit-tests} met; {@code ProductController: integration-tests} violated (missing).
 */
class ProductControllerTest {

    @Test
    void browses_all_products() {
        Product cup = new Product("CUP-1", "Cup", new BigDecimal("12.00"), 20);
        ProductRepository products = mock(ProductRepository.class);
        when(products.all()).thenReturn(List.of(cup));

        assertThat(new ProductController(products).browse()).containsExactly(cup);
    }
}

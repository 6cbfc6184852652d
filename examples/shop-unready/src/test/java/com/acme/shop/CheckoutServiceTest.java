package com.acme.shop;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * It runs every line of the service and would pass with any price.
 * Andon: {@code CheckoutService: unit-tests} violated (exists, but asserts nothing);
 * {@code CheckoutService: tests-assert} violated.
 */
class CheckoutServiceTest {

    @Test
    void adds_the_shipping() {
        PurchaseRepository purchases = mock(PurchaseRepository.class);
        ProductRepository products = mock(ProductRepository.class);
        UUID id = UUID.randomUUID();
        when(purchases.byId(id)).thenReturn(Optional.of(new Purchase(id, "CUP-1", 1, false)));
        when(products.bySku("CUP-1")).thenReturn(Optional.of(new Product("CUP-1", "Cup", new BigDecimal("12.00"), 20)));

        // The sin: the price is worked out, and nobody looks at it.
        new CheckoutService(purchases, products).toPay(id);
    }
}

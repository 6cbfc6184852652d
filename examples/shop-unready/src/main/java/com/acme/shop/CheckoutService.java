package com.acme.shop;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
public class CheckoutService {

    static final BigDecimal FREE_SHIPPING_FROM = new BigDecimal("50.00");
    static final BigDecimal SHIPPING = new BigDecimal("4.90");

    private final PurchaseRepository purchases;
    private final ProductRepository products;

    public CheckoutService(PurchaseRepository purchases, ProductRepository products) {
        this.purchases = purchases;
        this.products = products;
    }

    public Optional<BigDecimal> toPay(UUID purchase) {
        return purchases.byId(purchase).map(this::price);
    }

    private BigDecimal price(Purchase purchase) {
        Product product = products.bySku(purchase.sku()).orElseThrow();
        BigDecimal goods = product.price().multiply(BigDecimal.valueOf(purchase.quantity()));
        return goods.compareTo(FREE_SHIPPING_FROM) >= 0 ? goods : goods.add(SHIPPING);
    }
}

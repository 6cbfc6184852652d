package com.acme.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What an order costs: the goods, less the bulk discount, plus the shipping. */
public record OrderTotal(BigDecimal goods, BigDecimal discount, BigDecimal shipping) {

    static final int BULK_QUANTITY = 10;
    static final BigDecimal BULK_DISCOUNT = new BigDecimal("0.10");
    static final BigDecimal FREE_SHIPPING_FROM = new BigDecimal("50.00");
    static final BigDecimal SHIPPING = new BigDecimal("4.90");

    public static OrderTotal of(List<OrderLine> lines) {
        BigDecimal goods = BigDecimal.ZERO;
        BigDecimal discount = BigDecimal.ZERO;
        for (OrderLine line : lines) {
            BigDecimal price = line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()));
            goods = goods.add(price);
            if (line.quantity() >= BULK_QUANTITY) {
                discount = discount.add(price.multiply(BULK_DISCOUNT));
            }
        }
        goods = cents(goods);
        discount = cents(discount);
        boolean free = goods.subtract(discount).compareTo(FREE_SHIPPING_FROM) >= 0;
        return new OrderTotal(goods, discount, free ? cents(BigDecimal.ZERO) : SHIPPING);
    }

    /** Part of the answer to a reader of the order, so a property by its getter's name. */
    public BigDecimal getToPay() {
        return goods.subtract(discount).add(shipping);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}

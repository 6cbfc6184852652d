package com.acme.shop;

/** The order is right, but there is not enough of a product left. */
public class OutOfStock extends RuntimeException {

    public OutOfStock(String sku, int asked) {
        super("Not enough of " + sku + " in stock for " + asked);
    }
}

package com.acme.shop.canaries;

/** The canaries of the shop. They stand in its test tree, which is no place for what must know nothing of the shop. */
public final class Canaries {

    private Canaries() {}

    public static Class<?>[] all() {
        return new Class<?>[] {
            BrowseCanary.class, StockCanary.class, PlaceAnOrderCanary.class, CheckOutCanary.class
        };
    }
}

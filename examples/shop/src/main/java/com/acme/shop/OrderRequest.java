package com.acme.shop;

import java.util.List;

/** What a customer asks for. Nothing in here is checked yet: that is {@link OrderService}'s work. */
public record OrderRequest(String customer, List<Item> items) {

    public record Item(String sku, int quantity) {}
}

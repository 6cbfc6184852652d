package com.acme.shop;

import java.math.BigDecimal;

/** What the shop sells; {@code stock} is what may still be ordered. */
public record Product(String sku, String name, BigDecimal price, int stock) {}

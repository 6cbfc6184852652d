package com.acme.shop;

import java.math.BigDecimal;

/** One product of an order, at the price it had when the order was placed. */
public record OrderLine(String sku, int quantity, BigDecimal unitPrice) {}

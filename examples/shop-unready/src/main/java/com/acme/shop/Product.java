package com.acme.shop;

import java.math.BigDecimal;

public record Product(String sku, String name, BigDecimal price, int stock) {}

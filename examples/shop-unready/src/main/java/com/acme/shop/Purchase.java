package com.acme.shop;

import java.util.UUID;

public record Purchase(UUID id, String sku, int quantity, boolean refunded) {}

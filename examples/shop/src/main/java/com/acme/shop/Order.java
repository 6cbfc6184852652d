package com.acme.shop;

import java.util.List;
import java.util.UUID;

public record Order(UUID id, String customer, Status status, List<OrderLine> lines, OrderTotal total) {

    public enum Status {
        PLACED,
        CANCELLED
    }
}

package com.acme.fares;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RefundServiceTest {
    private final RefundService refunds = new RefundService();

    @Test
    void keeps_the_fee() {
        assertEquals(240, refunds.refund(290));
    }

    @Test
    void refunds_nothing_below_the_fee() {
        assertEquals(0, refunds.refund(40));
    }
}

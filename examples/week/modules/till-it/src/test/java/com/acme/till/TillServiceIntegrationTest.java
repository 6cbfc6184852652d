package com.acme.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TillServiceIntegrationTest {

    @Test
    void a_day_adds_up() {
        TillService till = new TillService();
        for (int customer = 0; customer < 9; customer++) {
            till.pay(10);
        }

        assertEquals(100, till.pay(10));
    }
}

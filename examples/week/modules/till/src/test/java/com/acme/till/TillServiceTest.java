package com.acme.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** It runs in its own module, and its ledger lies there: the readiness class in the other module finds both. */
class TillServiceTest {

    @Test
    void adds_up() {
        TillService till = new TillService();
        till.pay(100);

        assertEquals(150, till.pay(50));
    }

    @Test
    void takes_no_nothing() {
        assertThrows(IllegalArgumentException.class, () -> new TillService().pay(0));
    }
}

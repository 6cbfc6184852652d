package com.acme.fares;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Of Jupiter. It runs twice, by itself and in the suite, and counts once. */
class RefundServiceTest {

    @Test
    void pays_back_from_an_hour() {
        assertEquals(0, new RefundService().cents(400, 59));
        assertEquals(100, new RefundService().cents(400, 60));
        assertEquals(200, new RefundService().cents(400, 120));
    }
}

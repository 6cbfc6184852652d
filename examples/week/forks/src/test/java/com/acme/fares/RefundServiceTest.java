package com.acme.fares;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Runs in a JVM of its own. */
class RefundServiceTest {

    @Test
    void pays_back_from_an_hour() {
        assertEquals(0, new RefundService().cents(400, 59));
        assertEquals(100, new RefundService().cents(400, 60));
        assertEquals(200, new RefundService().cents(400, 120));
    }
}

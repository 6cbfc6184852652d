package com.acme.fares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FareServiceTest {

    @Test
    void costs_by_the_zone() {
        assertEquals(390, new FareService().cents(3));
    }

    @Test
    void goes_somewhere() {
        assertThrows(IllegalArgumentException.class, () -> new FareService().cents(0));
    }
}

package com.acme.fares;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FareServiceTest {
    @Test
    void charges_by_zone() {
        assertEquals(290, new FareService().fare(2));
        assertEquals(0, new FareService().fare(0));
    }
}

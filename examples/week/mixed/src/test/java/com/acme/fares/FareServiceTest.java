package com.acme.fares;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Of JUnit 4, and all that there is. Andon: {@code FareService: unit-tests} met. */
public class FareServiceTest {

    @Test
    public void costs_by_the_zone() {
        assertEquals(390, new FareService().cents(3));
    }

    @Test(expected = IllegalArgumentException.class)
    public void goes_somewhere() {
        new FareService().cents(0);
    }
}

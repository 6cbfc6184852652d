package com.acme.tariff;

import java.time.DayOfWeek;

/** What a ride costs. */
public class TariffService {

    static final int CENTS_PER_KILOMETRE = 180;
    static final int LEAST_CENTS = 500;

    public int cents(int kilometres, DayOfWeek day) {
        if (kilometres < 0) {
            throw new IllegalArgumentException("A ride of " + kilometres + " km");
        }
        int cents = Math.max(LEAST_CENTS, kilometres * CENTS_PER_KILOMETRE);
        return day == DayOfWeek.SUNDAY ? cents + cents / 4 : cents;
    }
}

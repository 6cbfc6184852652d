package com.acme.fares;

/** What a ride costs by its zones. */
public class FareService {

    public int cents(int zones) {
        if (zones < 1) {
            throw new IllegalArgumentException("a ride through " + zones + " zones");
        }
        return 210 + 90 * (zones - 1);
    }
}

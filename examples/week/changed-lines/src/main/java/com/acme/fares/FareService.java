package com.acme.fares;

public class FareService {
    public int fare(int zones) {
        return zones < 1 ? 0 : 150 + zones * 70;
    }
}

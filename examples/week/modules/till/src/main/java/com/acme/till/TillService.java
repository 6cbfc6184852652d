package com.acme.till;

public class TillService {
    private long cents;

    public long pay(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("nothing to pay: " + amount);
        }
        cents += amount;
        return cents;
    }
}

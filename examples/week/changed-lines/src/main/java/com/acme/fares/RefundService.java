package com.acme.fares;

public class RefundService {
    private static final int FEE = 50;

    public int refund(int paid) {
        if (paid <= FEE) {
            return 0;
        }
        return paid - FEE;
    }
}

package com.acme.billing;

/** No service, since no pattern names it: no row. */
public class InvoiceNumbers {

    private int last;

    public int next() {
        return ++last;
    }
}

package com.acme.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InvoiceServiceTest {

    private final InvoiceService invoices = new InvoiceService(new InvoiceNumbers());

    @Test
    void numbers_its_invoices() {
        assertEquals("Invoice 1: Ann, 12.05", invoices.invoice("Ann", 1205));
        assertEquals("Invoice 2: Ben, 0.99", invoices.invoice("Ben", 99));
    }

    @Test
    void invoices_no_nothing() {
        assertThrows(IllegalArgumentException.class, () -> invoices.invoice("Ann", 0));
    }
}

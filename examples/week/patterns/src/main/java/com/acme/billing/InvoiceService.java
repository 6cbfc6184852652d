package com.acme.billing;

/** A service by its name alone. Andon: {@code InvoiceService: unit-tests} met. */
public class InvoiceService {

    private final InvoiceNumbers numbers;

    public InvoiceService(InvoiceNumbers numbers) {
        this.numbers = numbers;
    }

    public String invoice(String customer, long cents) {
        if (cents <= 0) {
            throw new IllegalArgumentException("Nothing to invoice to " + customer);
        }
        return "Invoice %d: %s, %d.%02d".formatted(numbers.next(), customer, cents / 100, cents % 100);
    }
}

package com.acme.shop;

/** The customer asked for something that the shop cannot take as an order. */
public class OrderRejected extends RuntimeException {

    public OrderRejected(String message) {
        super(message);
    }
}

package com.acme.shop;

public class NotFound extends RuntimeException {

    public NotFound(String what, Object id) {
        super("No " + what + " " + id);
    }
}

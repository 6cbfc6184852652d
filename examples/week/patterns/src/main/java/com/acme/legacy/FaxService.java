package com.acme.legacy;

/** A service by its name, without any test, but excluded: no row. */
public class FaxService {

    public String dial(String number) {
        return "ATDT" + number.replaceAll("\\D", "");
    }
}

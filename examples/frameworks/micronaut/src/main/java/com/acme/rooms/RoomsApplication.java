package com.acme.rooms;

import io.micronaut.runtime.Micronaut;

public class RoomsApplication {

    public static void main(String[] arguments) {
        Micronaut.run(RoomsApplication.class, arguments);
    }
}

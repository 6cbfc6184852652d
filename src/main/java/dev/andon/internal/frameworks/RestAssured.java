package dev.andon.internal.frameworks;

import java.util.List;

/** REST Assured. */
final class RestAssured implements Framework {

    static boolean isRestAssured(String owner) {
        return owner.startsWith("io.restassured.");
    }

    @Override
    public List<String> clientPrefixes() {
        return List.of("io.restassured.");
    }
}

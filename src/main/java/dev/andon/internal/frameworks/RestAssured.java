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

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of(
                        "(io|com\\.jayway)\\.restassured\\..*(ValidatableResponse|ValidatableMockMvcResponse|ResponseSpecification).*",
                        "statusCode|statusLine|body|content|contentType|headers?|cookies?|time|spec|specification|expect.*|response|assertThat\\$body|status"),
                CallRule.of("io\\.restassured\\.module\\.kotlin\\..*", "Then.*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("io.restassured.");
    }

    @Override
    public List<String> packagesWithoutRequests() {
        return List.of("com.jayway.", "io.restassured.path.", "io.restassured.response.", "io.restassured.matcher.");
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REST Assured. */
final class RestAssured implements Framework {

    private static final String PACKAGE = "(io|com\\.jayway)\\.restassured\\.";

    private static final String REQUESTS = PACKAGE
            + "(RestAssured|specification\\.Request\\w+|internal\\.RequestSpecification\\w*|module\\.\\w+\\.(RestAssured\\w+|.*Request\\w+))";

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
    public List<RequestRule> requests() {
        return List.of(RequestForm.ADDRESSED.by(REQUESTS, HttpVerbs.PLAIN + "|request"));
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(
                CallRule.of(REQUESTS + "|" + PACKAGE + "builder\\.RequestSpecBuilder", "(set)?[bB]ase(Path|Uri)"));
    }

    @Override
    public List<CallRule> portSetters() {
        return List.of(CallRule.of(REQUESTS + "|" + PACKAGE + "builder\\.RequestSpecBuilder", "port|setPort"));
    }

    @Override
    public Set<String> baseFields() {
        return Set.of(
                "io.restassured.RestAssured.port",
                "com.jayway.restassured.RestAssured.port",
                "io.restassured.RestAssured.basePath",
                "io.restassured.RestAssured.baseURI",
                "com.jayway.restassured.RestAssured.basePath",
                "com.jayway.restassured.RestAssured.baseURI",
                "io.restassured.module.mockmvc.RestAssuredMockMvc.basePath",
                "io.restassured.module.webtestclient.RestAssuredWebTestClient.basePath");
    }

    @Override
    public List<String> inProcessClients() {
        return List.of("io.restassured.module.mockmvc.", "io.restassured.module.webtestclient.");
    }

    @Override
    public Optional<Boolean> expectsRefusal(Value.Result result) {
        Call call = result.call();
        return isRestAssured(call.owner()) && call.name().equals("statusCode")
                ? Optional.of(HttpVerbs.isRefusal(result.arguments()))
                : Optional.empty();
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of(
                "io.restassured.specification.RequestSpecification", "io.restassured.specification.RequestSender");
    }
}

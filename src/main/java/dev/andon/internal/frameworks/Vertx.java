package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Vert.x' support for tests. */
final class Vertx implements Framework {

    private static final CallRule DEPLOYS =
            CallRule.of("io\\.vertx\\.(\\w+\\.)?core\\.Vertx", "(rx|await)?[dD]eployVerticle(AndAwait|AndForget)?");

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of(
                        "io\\.vertx\\.junit5\\.VertxTestContext",
                        "verify|completeNow|failNow|assert.*|succeeding.*|failing.*"),
                CallRule.of("io\\.vertx\\.junit5\\.Checkpoint", "flag"),
                CallRule.of("io\\.vertx\\.ext\\.unit\\.TestContext", "assert.*|asyncAssert.*|verify|fail"));
    }

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.calls().stream().anyMatch(call -> DEPLOYS.matches(call.owner(), call.name()))
                ? TestSetup.integration(TestSetup.Scale.SERVER, "deploys a verticle")
                : Optional.empty();
    }

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.type("io\\.vertx\\..*Verticle(?:Base)?", "Vert.x verticle"),
                EntryPointSign.annotation("io\\.quarkus\\.vertx\\.web\\.Route(?:\\$Routes)?"),
                EntryPointSign.call(
                        "io\\.vertx\\..*\\.Router",
                        "route|get|post|put|delete|patch|head|mountSubRouter",
                        "Vert.x routes"),
                EntryPointSign.call("io\\.vertx\\..*\\.Vertx", "createHttpServer|createNetServer", "Vert.x server"),
                EntryPointSign.call("io\\.vertx\\..*\\.EventBus", "\\w*[cC]onsumer", "Vert.x consumer"));
    }

    @Override
    public List<String> clientPrefixes() {
        return List.of(
                "io.vertx.ext.web.client.", "io.vertx.mutiny.ext.web.client.", "io.vertx.rxjava3.ext.web.client.");
    }

    @Override
    public List<String> serverPrefixes() {
        return List.of("io.vertx.core.http.HttpServer", "io.vertx.ext.web.Router");
    }

    @Override
    public Set<String> addressTypes() {
        return Set.of(
                "io.vertx.core.http.RequestOptions",
                "io.vertx.core.http.HttpClientOptions",
                "io.vertx.ext.web.client.WebClientOptions");
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(
                CallRule.of("io\\.vertx\\.(\\w+\\.)?ext\\.web\\.client\\.WebClient", "create"),
                CallRule.of("io\\.vertx\\.(\\w+\\.)?core\\.Vertx", "createHttpClient"));
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.by(
                        "io\\.vertx\\.(\\w+\\.)?ext\\.web\\.client\\.WebClient",
                        HttpVerbs.PLAIN + "(Abs)?|request(Abs)?"),
                RequestForm.ADDRESSED.by("io\\.vertx\\.(\\w+\\.)?core\\.http\\.HttpClient", "request"));
    }
}

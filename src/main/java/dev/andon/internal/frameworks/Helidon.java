package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Helidon's tests. */
final class Helidon implements Framework {

    private static final String SERVER = "io.helidon.microprofile.server.Server";
    private static final Set<String> STARTING = Set.of(
            "io.helidon.microprofile.testing.junit5.HelidonTest",
            "io.helidon.microprofile.tests.junit5.HelidonTest",
            "io.helidon.webserver.testing.junit5.ServerTest");

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.annotation(STARTING::contains)
                .map(TestSetup::application)
                .or(() -> test.calls(SERVER, "start", "stop", "port")
                        ? TestSetup.integration(TestSetup.Scale.SERVER, "starts Helidon's server")
                        : Optional.empty());
    }

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.type(
                        "io\\.helidon\\.(?:webserver|grpc|websocket)\\..*(?:Service|Handler|Feature|Listener)",
                        "Helidon service"),
                EntryPointSign.call(
                        "io\\.helidon\\.webserver\\..*(?:Rules|Routing\\$Builder)",
                        "get|post|put|delete|patch|any|route|register",
                        "Helidon routes"),
                EntryPointSign.annotation("io\\.helidon\\.webserver\\..*RestServer\\$Endpoint"));
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.by("io\\.helidon\\.(webclient|webserver\\.testing)\\..*", HttpVerbs.PLAIN),
                RequestForm.URI_STEP.by("io\\.helidon\\.webclient\\..*", "uri|path"));
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(CallRule.of("io\\.helidon\\.webclient\\..*", "baseUri"));
    }

    @Override
    public Set<String> prefixProperties() {
        return Set.of("server.context-root", "rest.path");
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of("io.helidon.webclient.api.HttpClientRequest");
    }
}

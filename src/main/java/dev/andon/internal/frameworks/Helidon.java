package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Helidon's tests, and its gRPC services and clients. */
final class Helidon implements Framework {

    private static final String GRPC_SERVICE = "io.helidon.grpc.api.Grpc$GrpcService";
    private static final String SERVER = "io.helidon.microprofile.server.Server";
    private static final Set<String> STARTING = Set.of(
            "io.helidon.microprofile.testing.junit5.HelidonTest",
            "io.helidon.microprofile.tests.junit5.HelidonTest",
            "io.helidon.webserver.testing.junit5.ServerTest");

    /** Server and client name the same service; it is named after the class where the annotation names none. */
    @Override
    public List<String> entryTypes(ClassView type) {
        return grpcService(type.facts()).stream().toList();
    }

    @Override
    public Optional<String> contractOf(ClassFacts type) {
        return type.isInterface() ? grpcService(type) : Optional.empty();
    }

    private static Optional<String> grpcService(ClassFacts facts) {
        return facts.annotations().stream()
                .filter(annotation -> annotation.type().equals(GRPC_SERVICE))
                .map(annotation -> annotation
                        .each("value")
                        .map(String::valueOf)
                        .findFirst()
                        .orElse(""))
                .map(name -> "Helidon's " + (name.isEmpty() ? ClassNames.simpleName(facts.name()) : name))
                .findFirst();
    }

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

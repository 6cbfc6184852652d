package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.TestSetup.Scale;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** gRPC services, the classes generated for them, and servers in the test's JVM. */
final class Grpc implements Framework {

    private static final Set<String> ADDING = Set.of("addService", "addServices");
    /** Kotlin's; Quarkus', Salesforce's for Reactor and RxJava, and Vert.x's. */
    private static final Pattern OTHER_GENERATORS =
            Pattern.compile("^((?:.*[.])?)(?:Mutiny|Reactor|Rx3?|Vertx)?(\\w+Grpc)(?:Kt)?$");

    private static final Set<String> SERVICE = Set.of("io.grpc.BindableService");

    @Override
    public Optional<String> entryPoint(ClassView type) {
        boolean service = type.isA(SERVICE)
                || type.annotations().stream()
                        .anyMatch(name -> ClassNames.simpleName(name).equals("GrpcService"))
                || !entryTypes(type).isEmpty();
        return service ? Optional.of("gRPC service") : Optional.empty();
    }

    /** The generated class around the base class that the service extends. */
    @Override
    public List<String> entryTypes(ClassView type) {
        return Stream.concat(Stream.ofNullable(type.facts().superName()), type.superTypes().stream())
                .filter(name -> name.endsWith("ImplBase") && name.indexOf('$') > 0)
                .map(name -> name.substring(0, name.indexOf('$')))
                .limit(1)
                .toList();
    }

    /** Who adds the service to the server in the test builds its own; else the application does it. */
    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        if (test.calls().stream().anyMatch(this::setsUpControllers)) {
            return Optional.of(TestSetup.ownServer("addService"));
        }
        if (test.names("io.grpc.inprocess.", "io.grpc.testing.GrpcServerRule").isPresent()) {
            return TestSetup.integration(Scale.SERVER, "calls a gRPC server in the process");
        }
        return test.calls("io.grpc.Server", "start")
                ? TestSetup.integration(Scale.SERVER, "starts a gRPC server")
                : Optional.empty();
    }

    @Override
    public boolean setsUpControllers(Call call) {
        return ADDING.contains(call.name()) && call.owner().startsWith("io.grpc.");
    }

    @Override
    public List<String> clientPrefixes() {
        return List.of("io.grpc.ManagedChannel");
    }

    @Override
    public Optional<String> calledContract(Call call) {
        boolean stub = call.owner().endsWith("Stub") || call.name().matches("new\\w*Stub");
        return stub ? contractOf(call.owner()).filter(outer -> outer.endsWith("Grpc")) : Optional.empty();
    }

    @Override
    public List<CallRule> channels() {
        return List.of(
                CallRule.of("io\\.grpc\\..*", "forAddress|forTarget|newChannelBuilder(ForAddress)?"),
                CallRule.of("com\\.linecorp\\.armeria\\.client\\.grpc\\.GrpcClients", "newClient|builder"));
    }

    @Override
    public List<CallRule> configuredChannels() {
        return List.of(CallRule.of(".*\\.GrpcChannelFactory", "createChannel"));
    }

    @Override
    public Optional<String> configuredChannel(AnnotationFacts annotation) {
        return switch (ClassNames.simpleName(annotation.type())) {
            case "GrpcClient", "GrpcChannel" -> Optional.of(text(annotation, "value"));
            case "ImportGrpcClients" -> Optional.of(text(annotation, "target"));
            default -> Optional.empty();
        };
    }

    private static String text(AnnotationFacts annotation, String attribute) {
        return annotation.each(attribute).map(String::valueOf).findFirst().orElse("");
    }

    @Override
    public List<String> channelSettings(String channel) {
        return List.of(
                "grpc.client." + channel + ".address",
                "spring.grpc.client.channels." + channel + ".address",
                "spring.grpc.client.channel." + channel + ".target",
                "quarkus.grpc.clients." + channel + ".host",
                "grpc.channels." + channel + ".address",
                "grpc.channels." + channel + ".target");
    }

    @Override
    public List<String> defaultChannelSettings() {
        return List.of("grpc.client.GLOBAL.address", "spring.grpc.client.default-channel.address");
    }

    /** The generated class around a type; other generators than gRPC's own put something before or after its name. */
    @Override
    public Optional<String> contractOf(String type) {
        int nested = type.indexOf('$');
        String name = nested < 0 ? type : type.substring(0, nested);
        return Optional.of(OTHER_GENERATORS.matcher(name).replaceFirst("$1$2"));
    }
}

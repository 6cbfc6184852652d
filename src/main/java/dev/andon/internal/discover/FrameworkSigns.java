package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.EnumName;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the frameworks that a test uses say of its kind, the weightiest first: proofs of canaries, page driving, the whole application,
 * containers, a server of its own, then slices, which are of a unit test's size.
 */
final class FrameworkSigns {

    private static final String SPRING_BOOT_TEST = "org.springframework.boot.test.context.SpringBootTest";
    private static final Set<String> MOCK_ANNOTATIONS = Set.of("Mock", "MockK", "RelaxedMockK");
    private static final Set<String> REPLACING =
            Set.of("MockBean", "MockitoBean", "InjectMocks", "MockkBean", "InjectMock");

    private FrameworkSigns() {}

    /** A kind, and the sign that says so. */
    record Sign(TestKind kind, String reason) {}

    private static final List<Function<Reach, Optional<Sign>>> IN_ORDER = List.of(
            FrameworkSigns::proofs,
            FrameworkSigns::pages,
            FrameworkSigns::springBoot,
            FrameworkSigns::wholeApplication,
            FrameworkSigns::containers,
            FrameworkSigns::ownServer,
            FrameworkSigns::slices);

    static Optional<Sign> of(Reach reach) {
        return IN_ORDER.stream()
                .map(sign -> sign.apply(reach))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns whether the service, or part of it, is started in the JVM of the test. */
    static boolean startsInThisProcess(Reach reach) {
        return springBoot(reach).isPresent()
                || wholeApplication(reach).isPresent()
                || ownServer(reach).isPresent()
                || slices(reach).isPresent();
    }

    private static Optional<Sign> integration(String reason) {
        return Optional.of(new Sign(TestKind.INTEGRATION, reason));
    }

    /** A proof asks the service only to see what a canary makes of wrong answers. */
    private static Optional<Sign> proofs(Reach reach) {
        return reach.names("dev.andon.canary.CanaryProof").map(type -> new Sign(TestKind.CANARY, TestClass.PROVES));
    }

    private static Optional<Sign> pages(Reach reach) {
        return reach.names("org.openqa.selenium.", "com.microsoft.playwright.", "com.codeborne.selenide.")
                .map(type -> new Sign(TestKind.END_TO_END, "drives pages with " + Classes.simpleName(type)));
    }

    private static Optional<Sign> springBoot(Reach reach) {
        if (reach.annotation(SPRING_BOOT_TEST::equals).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> port = webEnvironment(reach.annotations()).filter(name -> name.endsWith("_PORT"));
        if (port.isPresent()) {
            return integration("@SpringBootTest(webEnvironment=" + port.get() + ")");
        }
        return standaloneSetup(reach) && mocksAreInjected(reach)
                ? Optional.of(new Sign(TestKind.UNIT, "@SpringBootTest, but a standalone set-up with mocks"))
                : integration("@SpringBootTest");
    }

    /** Composed annotations may hand the environment on under a name of their own: its type tells it. */
    private static Optional<String> webEnvironment(List<AnnotationFacts> annotations) {
        return annotations.stream()
                .flatMap(annotation -> annotation.values().values().stream())
                .filter(EnumName.class::isInstance)
                .map(EnumName.class::cast)
                .filter(name -> name.type().equals(SPRING_BOOT_TEST + "$WebEnvironment"))
                .map(EnumName::constant)
                .findFirst();
    }

    private static boolean standaloneSetup(Reach reach) {
        return reach.calls().stream()
                .anyMatch(call -> (call.name().equals("standaloneSetup")
                                && (call.owner().startsWith("org.springframework.test.")
                                        || call.owner().startsWith("io.restassured.")))
                        || (call.name().startsWith("bindToController")
                                && call.owner().startsWith("org.springframework.test.")));
    }

    /** A mock that is only declared replaces nothing: it counts when a framework or a constructor takes it. */
    private static boolean mocksAreInjected(Reach reach) {
        if (reach.fields().stream().anyMatch(field -> has(field, REPLACING))) {
            return true;
        }
        Stream<String> mocked = Stream.concat(
                reach.fields().stream()
                        .filter(field -> has(field, MOCK_ANNOTATIONS))
                        .map(FieldFacts::type),
                reach.calls("org.mockito.Mockito", "mock")
                        ? reach.bodies().stream()
                                .filter(body -> body.calls().stream()
                                        .anyMatch(call -> call.owner().equals("org.mockito.Mockito")))
                                .flatMap(body -> body.types().stream())
                        : Stream.of());
        Set<String> types = mocked.map(type -> "L" + type.replace('.', '/') + ";")
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return reach.calls().stream()
                .filter(call -> call.name().equals("<init>") || call.name().startsWith("set"))
                .anyMatch(call -> types.stream().anyMatch(call.descriptor()::contains));
    }

    private static boolean has(FieldFacts field, Set<String> simpleNames) {
        return field.annotations().stream()
                .anyMatch(annotation -> simpleNames.contains(Classes.simpleName(annotation.type())));
    }

    private static Optional<Sign> wholeApplication(Reach reach) {
        return reach.annotation(FrameworkSigns::startsApplication)
                .map(annotation -> new Sign(TestKind.INTEGRATION, "@" + Classes.simpleName(annotation.type())))
                .or(() -> reach.names("io.dropwizard.testing.")
                        .filter(type -> dropwizardApplication(reach))
                        .flatMap(type -> integration("starts a Dropwizard application")))
                .or(() -> reach.names("io.javalin.testtools.", "org.glassfish.jersey.test.", "org.jboss.arquillian.")
                        .flatMap(type -> integration("starts the application with " + Classes.simpleName(type))));
    }

    private static boolean startsApplication(String annotation) {
        return annotation.startsWith("io.quarkus.test.junit.Quarkus")
                || annotation.equals("io.quarkus.test.junit.main.QuarkusMainTest")
                || (annotation.startsWith("io.micronaut.test.") && annotation.endsWith(".MicronautTest"))
                || annotation.equals("io.helidon.microprofile.testing.junit5.HelidonTest")
                || annotation.equals("io.helidon.microprofile.tests.junit5.HelidonTest")
                || annotation.equals("io.helidon.webserver.testing.junit5.ServerTest");
    }

    private static boolean dropwizardApplication(Reach reach) {
        return Stream.of("io.dropwizard.testing.junit5.", "io.dropwizard.testing.junit.", "io.dropwizard.testing.")
                .anyMatch(in -> Stream.of("DropwizardAppExtension", "DropwizardAppRule", "DropwizardTestSupport")
                        .anyMatch(type -> reach.names(in + type).isPresent()));
    }

    private static Optional<Sign> containers(Reach reach) {
        return reach.annotation(type -> type.startsWith("org.testcontainers."))
                .map(AnnotationFacts::type)
                .or(() -> reach.names("org.testcontainers."))
                .flatMap(type -> integration("starts containers with Testcontainers"));
    }

    private static Optional<Sign> ownServer(Reach reach) {
        if (reach.names("io.grpc.inprocess.").isPresent()
                || reach.names("io.grpc.testing.GrpcServerRule").isPresent()) {
            return integration("starts a gRPC server in the process");
        }
        if (reach.calls("org.springframework.boot.SpringApplication", "run")
                || reach.calls("org.springframework.boot.builder.SpringApplicationBuilder", "run")) {
            return integration("starts the application with SpringApplication.run");
        }
        if (reach.calls("io.javalin.Javalin", "start")) {
            return integration("starts the application with Javalin.start");
        }
        if (reach.calls("io.grpc.Server", "start")) {
            return integration("starts a gRPC server");
        }
        return reach.main()
                .map(Call::owner)
                .flatMap(owner -> integration("starts " + Classes.simpleName(owner) + ".main"));
    }

    private static Optional<Sign> slices(Reach reach) {
        return reach.annotation(FrameworkSigns::isSlice)
                .map(annotation -> "@" + Classes.simpleName(annotation.type()))
                .or(() -> Stream.of(
                                "io.dropwizard.testing.junit5.ResourceExtension",
                                "io.dropwizard.testing.junit.ResourceTestRule")
                        .map(reach::names)
                        .flatMap(Optional::stream)
                        .map(Classes::simpleName)
                        .findFirst())
                .map(reason -> new Sign(TestKind.UNIT, reason + ", a slice of a unit test's size"));
    }

    private static boolean isSlice(String annotation) {
        boolean boot = annotation.startsWith("org.springframework.boot.")
                && annotation.endsWith("Test")
                && !annotation.equals(SPRING_BOOT_TEST);
        return boot || annotation.equals("io.quarkus.test.component.QuarkusComponentTest");
    }
}

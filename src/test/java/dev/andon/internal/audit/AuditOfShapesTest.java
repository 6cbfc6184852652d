package dev.andon.internal.audit;

import static dev.andon.testing.Sources.controller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import dev.andon.testing.Sources;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes of real projects, each with a test that is evidence and one, close to it, that is none. */
class AuditOfShapesTest {
    private static final String IMPORTS = """
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;
            import org.springframework.boot.test.context.SpringBootTest;
            import org.springframework.boot.test.web.client.TestRestTemplate;
            import org.springframework.test.web.reactive.server.WebTestClient;
            """;
    private static final String ON_A_PORT =
            "@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT) ";

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void begin() {
        project = BuiltProject.in(temp.resolve("project")).pom("", "");
    }

    /** Compiles and runs an integration test {@code com.acme.<name>.checks}. */
    private void integrationTest(String module, String name, String annotations, String body) {
        project.test(module, "package com.acme; " + IMPORTS + annotations + " class " + name + " { " + body + " }")
                .later(10)
                .passed(module, "failsafe", "com.acme." + name, "checks");
    }

    private PracticeResult cell(String service, String practice) {
        Report report = Audit.of(project.folder(), new LocalRepository(temp.resolve("none")), false);
        return Sources.cell(report, service, practice);
    }

    private void integrated(String service, Verdict verdict) {
        assertThat(cell(service, "integration-tests").verdict()).isEqualTo(verdict);
    }

    @Test
    void tests_of_several_modules_in_a_module_of_their_own() {
        project.pom("", """
                        <packaging>pom</packaging>
                        <modules><module>till</module><module>stock</module><module>all-it</module></modules>""")
                .pom("till", "")
                .pom("stock", "")
                .pom("all-it", "")
                .main("till", controller("till", "Till"))
                .main("stock", controller("stock", "Stock"));
        integrationTest("all-it", "AllIT", ON_A_PORT, """
                TestRestTemplate http = new TestRestTemplate();
                @Test void checks() { assertEquals("6", http.getForObject("/till", String.class)); }""");

        integrated("Till", Verdict.MET);
        integrated("Stock", Verdict.VIOLATED);
        assertThat(cell("Till", "integration-tests").tests()).containsExactly("com.acme.AllIT");
        assertThat(cell("Stock", "integration-tests").found()).contains("no integration test reaches it");
    }

    @Test
    void routes_of_functions() {
        String handler = """
                package com.acme;
                import org.springframework.web.reactive.function.server.*;
                public class %s { public ServerResponse one(ServerRequest request) { return null; } }
                """;
        project.main("", handler.formatted("OrderHandler"), handler.formatted("RefundHandler"), """
                package com.acme;
                import org.springframework.web.reactive.function.server.*;
                import static org.springframework.web.reactive.function.server.RequestPredicates.*;
                import static org.springframework.web.reactive.function.server.RouterFunctions.*;
                public class Routes {
                    RouterFunction<ServerResponse> orders(OrderHandler orders, RefundHandler refunds) {
                        return nest(path("/orders"), route(GET("/{id}"), orders::one).andRoute(GET("/{id}/refund"), refunds::one));
                    }
                }
                """);
        integrationTest("", "OrdersIT", ON_A_PORT, """
                WebTestClient web;
                @Test void checks() { assertNotNull(web.get().uri("/orders/{id}", 7).exchange()); }""");

        integrated("OrderHandler", Verdict.MET);
        integrated("RefundHandler", Verdict.VIOLATED);
    }

    @Test
    void resources_of_dropwizard() {
        String resource = """
                package com.acme;
                @jakarta.ws.rs.Path("/%1$s") public class %2$s { @jakarta.ws.rs.GET public String all() { return ""; } }
                """;
        project.main(
                "", resource.formatted("orders", "OrderResource"), resource.formatted("refunds", "RefundResource"));
        String test = """
                Object app = %s;
                @Test void checks() { assertEquals("", new %s().all()); }""";
        integrationTest(
                "",
                "OrderResourceIT",
                "",
                test.formatted(
                        "new io.dropwizard.testing.junit5.DropwizardAppExtension(Object.class)", "OrderResource"));
        integrationTest(
                "",
                "RefundResourceIT",
                "",
                test.formatted(
                        "io.dropwizard.testing.junit5.ResourceExtension.builder()"
                                + ".addResource(new RefundResource()).build()",
                        "RefundResource"));

        integrated("OrderResource", Verdict.MET);
        integrated("RefundResource", Verdict.VIOLATED);
        assertThat(cell("RefundResource", "unit-tests").verdict())
                .as("a slice is a unit")
                .isEqualTo(Verdict.MET);
    }

    @Test
    void nested_services_of_grpc() {
        String stub = """
                package com.acme;
                public class %1$sGrpc {
                    public abstract static class %1$sImplBase implements io.grpc.BindableService {}
                    public static class %1$sBlockingStub { public String ask() { return ""; } }
                    public static %1$sBlockingStub newBlockingStub(Object channel) { return new %1$sBlockingStub(); }
                }
                """;
        project.main("", stub.formatted("Ride"), stub.formatted("Fare"), """
                package com.acme;
                public class Server {
                    public static class Rides extends RideGrpc.RideImplBase {}
                    public static class Fares extends FareGrpc.FareImplBase {}
                }
                """);
        integrationTest("", "RidesIT", "", """
                Object server = io.grpc.inprocess.InProcessServerBuilder.forName("rides");
                @Test void checks() { assertEquals("", RideGrpc.newBlockingStub(server).ask()); }""");

        integrated("Server.Rides", Verdict.MET);
        integrated("Server.Fares", Verdict.VIOLATED);
    }

    @Test
    void an_integration_test_that_nothing_binds() {
        project.main("", controller("till", "Till")).test("", "package com.acme; " + IMPORTS + ON_A_PORT + """
                class TillIT {
                    TestRestTemplate http = new TestRestTemplate();
                    @Test void checks() { assertEquals("6", http.getForObject("/till", String.class)); }
                }""");
        PracticeResult unbound = cell("Till", "integration-tests");

        assertThat(unbound.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(unbound.tests()).containsExactly("com.acme.TillIT");
        assertThat(unbound.found())
                .contains("exists, but never runs", "maven-failsafe-plugin has no execution of its goals");

        project.later(10).passed("", "failsafe", "com.acme.TillIT", "checks");
        integrated("Till", Verdict.MET);
        assertThat(cell("Till", "integration-tests").evidence()).isEqualTo(Evidence.LINKED);
    }
}

package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestKindsTest {

    private static final String IMPORTS = """
            package com.acme;
            import org.junit.jupiter.api.*;
            import org.springframework.boot.test.context.SpringBootTest;
            import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
            import org.springframework.test.web.servlet.setup.MockMvcBuilders;
            import org.mockito.*;
            """;

    @TempDir
    Path temp;

    private BuiltProject build;

    @BeforeEach
    void begin() {
        build = BuiltProject.in(temp)
                .main(
                        "shop",
                        "package com.acme; public class OrderService {}",
                        "package com.acme; public class OrderController { public OrderController(OrderService s) {}"
                                + " public OrderController() {} }",
                        "package com.acme; public class Main { public static void main(String[] args) {} }");
    }

    private TestClass test(String... sources) {
        List<TestClass> found = Discovery.discover(build.test("shop", sources).index(), DiscoveryRequest.of())
                .testClasses();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private TestClass annotated(String annotation) {
        return test(IMPORTS + annotation + " class OrderTest { @Test void test() {} }");
    }

    private TestClass with(String member) {
        return test(IMPORTS + "class OrderTest { " + member + " @Test void test() {} }");
    }

    /** As Spring's documentation starts applications without Spring Boot. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGRATION | org.springframework.test.web.reactive.server.WebTestClient.bindToApplicationContext();",
                "INTEGRATION | org.springframework.web.reactive.function.client.WebClient.create();",
                "UNIT        | org.springframework.test.web.reactive.server.WebTestClient.bindToController();",
                "UNIT        | org.springframework.web.reactive.function.client.WebClient.create(); okhttp3.mockwebserver.Stub.url();",
                "UNIT        | new OrderController().toString();"
            })
    void requests_to_a_context_that_the_test_names_make_it_an_integration_test(TestKind kind, String code) {
        TestClass found = test(
                "package org.springframework.test.context; public @interface ContextConfiguration {}",
                "package org.springframework.test.web.reactive.server; public class WebTestClient {"
                        + " public static void bindToApplicationContext() {} public static void bindToController() {} }",
                "package org.springframework.web.reactive.function.client;"
                        + " public class WebClient { public static void create() {} }",
                "package okhttp3.mockwebserver; public class Stub { public static void url() {} }",
                IMPORTS
                        + "@org.springframework.test.context.ContextConfiguration class OrderTest { @Test void test() { "
                        + code + " } }");

        assertThat(found.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGRATION | new io.helidon.microprofile.server.Server().start();",
                "UNIT        | new io.helidon.microprofile.server.Server().builder();",
                "INTEGRATION | new io.vertx.core.Vertx().deployVerticle();",
                "UNIT        | new io.vertx.core.Vertx().close();",
                "INTEGRATION | new io.micronaut.runtime.server.EmbeddedServer().getURL();",
                "UNIT        | new io.micronaut.context.ApplicationContext().run();"
            })
    void a_test_that_starts_the_server_of_its_application_is_an_integration_test(TestKind kind, String code) {
        TestClass found = test(
                "package io.helidon.microprofile.server;"
                        + " public class Server { public void start() {} public void builder() {} }",
                "package io.micronaut.runtime.server; public class EmbeddedServer { public void getURL() {} }",
                "package io.micronaut.context; public class ApplicationContext { public void run() {} }",
                "package io.vertx.core; public class Vertx { public void deployVerticle() {} public void close() {} }",
                IMPORTS + "class OrderTest { @Test void test() { " + code + " } }");

        assertThat(found.kind()).isEqualTo(kind);
    }

    @Test
    void a_class_that_proves_canaries_is_no_integration_test_of_the_service() {
        String starts = IMPORTS + "@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT) class OrderTest {";

        TestClass proving = test(starts
                + " @TestFactory java.util.stream.Stream<DynamicNode> turn_red() {"
                + " return dev.andon.canary.CanaryProof.ofArtefacts().against(null).tests(); } }");
        assertThat(proving.kind()).isEqualTo(TestKind.CANARY);
        assertThat(proving.kindReason()).isEqualTo("proves canaries with CanaryProof");
    }

    @Test
    void a_class_that_starts_the_service_and_proves_nothing_is_one() {
        assertThat(annotated("@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)")
                        .kind())
                .isEqualTo(TestKind.INTEGRATION);
    }

    @Nested
    class Explicit {

        @ParameterizedTest
        @CsvSource({
            "@dev.andon.UnitTest, UNIT",
            "@dev.andon.IntegrationTest, INTEGRATION",
            "@dev.andon.EndToEndTest, END_TO_END",
            "@Tag(\"unit\"), UNIT",
            "@Tag(\"integration-test\"), INTEGRATION",
            "@Tag(\"IntegrationTest\"), INTEGRATION",
            "@Tag(\"it\"), INTEGRATION",
            "@Tag(\"end-to-end\"), END_TO_END",
            "@Tag(\"e2e\"), END_TO_END",
            "@Tag(\"canary\"), CANARY",
            "@Tag(\"slow\"), UNIT"
        })
        void tags_beat_names(String annotation, TestKind kind) {
            assertThat(annotated(annotation).kind()).isEqualTo(kind);
        }

        @Test
        void a_tag_beats_what_a_framework_means() {
            TestClass found = test(
                    IMPORTS
                            + "@Tag(\"unit\") @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT) class OrderIT { @Test void test() {} }");

            assertThat(found.kind()).isEqualTo(TestKind.UNIT);
            assertThat(found.kindReason()).isEqualTo("tagged unit");
        }

        @Test
        void a_category_of_junit_4_counts_by_its_simple_name() {
            assertThat(test(
                                    "package com.acme; interface IntegrationTest {}",
                                    "package com.acme; @org.junit.experimental.categories.Category(IntegrationTest.class)"
                                            + " public class OrderTest { @org.junit.Test public void test() {} }")
                            .kind())
                    .isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void where_methods_differ_the_strongest_counts_and_the_reason_says_so() {
            TestClass found = with("@Tag(\"integration\") @Test void other() {}");

            assertThat(found.kind()).isEqualTo(TestKind.INTEGRATION);
            assertThat(found.kindReason()).isEqualTo("tagged integration, the strongest of its methods' kinds");
        }
    }

    @Nested
    class Spring {

        @ParameterizedTest
        @CsvSource({"RANDOM_PORT", "DEFINED_PORT"})
        void the_whole_application_on_a_real_port_is_an_integration_test_whatever_its_name(String environment) {
            TestClass found = annotated("@SpringBootTest(webEnvironment = WebEnvironment." + environment + ")");

            assertThat(found.kind()).isEqualTo(TestKind.INTEGRATION);
            assertThat(found.kindReason()).isEqualTo("@SpringBootTest(webEnvironment=" + environment + ")");
            assertThat(found.sameProcess()).isTrue();
        }

        @Test
        void superclasses_and_meta_annotations_are_resolved() {
            assertThat(test(
                                    IMPORTS
                                            + "@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT) @interface RunsShop {}",
                                    IMPORTS + "@RunsShop abstract class Running { @Test void inherited() {} }",
                                    IMPORTS + "class OrderTest extends Running {}")
                            .kind())
                    .isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void the_whole_context_without_a_port_is_an_integration_test() {
            TestClass found = annotated(
                    "@SpringBootTest @org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc");

            assertThat(found.kind()).isEqualTo(TestKind.INTEGRATION);
            assertThat(found.kindReason()).isEqualTo("@SpringBootTest");
        }

        @Test
        void an_empty_context_loads_keeps_its_kind() {
            assertThat(test(IMPORTS + "@SpringBootTest class ShopApplicationTests { @Test void contextLoads() {} }")
                            .kind())
                    .isEqualTo(TestKind.INTEGRATION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "MockMvcBuilders.standaloneSetup(new OrderController(Mockito.mock(OrderService.class)));",
                    "MockMvcBuilders.standaloneSetup(new OrderController());"
                })
        void a_standalone_set_up_is_of_a_unit_tests_size_whatever_stands_beside_it(String code) {
            TestClass found =
                    test(IMPORTS + "@SpringBootTest class OrderControllerIT { @Test void test() { " + code + " } }");

            assertThat(found.kind()).isEqualTo(TestKind.UNIT);
        }

        @Test
        void a_mock_beside_the_whole_context_makes_no_unit_test() {
            assertThat(test(IMPORTS + "@SpringBootTest class OrderControllerIT {"
                                    + " @org.springframework.test.context.bean.override.mockito.MockitoBean OrderService mocked;"
                                    + " @Test void test() {} }")
                            .kind())
                    .isEqualTo(TestKind.INTEGRATION);
        }

        @ParameterizedTest
        @CsvSource({
            "org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest",
            "org.springframework.boot.webflux.test.autoconfigure.WebFluxTest",
            "org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest"
        })
        void slices_are_of_a_unit_tests_size_whatever_their_name(String slice) {
            TestClass found = test(IMPORTS + "@" + slice + " class OrderControllerIT { @Test void test() {} }");

            assertThat(found.kind()).isEqualTo(TestKind.UNIT);
            assertThat(found.kindReason())
                    .isEqualTo("@" + slice.substring(slice.lastIndexOf('.') + 1) + ", a slice of a unit test's size");
        }

        @Test
        void a_slice_on_a_container_is_an_integration_test() {
            assertThat(test(
                                    IMPORTS
                                            + "class Containers { static final Object DB = new org.testcontainers.containers.PostgreSQLContainer(\"postgres\"); }",
                                    IMPORTS
                                            + "@org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest"
                                            + " @org.springframework.context.annotation.Import(Containers.class) class OrdersTest { @Test void test() {} }")
                            .kind())
                    .isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void starting_the_application_in_a_helper_is_seen() {
            TestClass found = test(
                    IMPORTS
                            + "class Shop { static void start() { org.springframework.boot.SpringApplication.run(Main.class); } static void other() {} }",
                    IMPORTS
                            + "class OrderTest { @BeforeAll static void shop() { Shop.start(); } @Test void test() {} }");

            assertThat(found.kind()).isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void a_base_class_may_be_test_support_of_another_module() {
            build.main(
                    "support",
                    "package com.acme; public abstract class Running {"
                            + " static { org.springframework.boot.SpringApplication.run(Main.class); } }");

            assertThat(test(IMPORTS + "class OrderTest extends Running { @Test void test() {} }")
                            .kind())
                    .isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void a_container_in_a_static_field_of_a_helper_is_seen() {
            assertThat(test(
                                    IMPORTS
                                            + "class Containers { static Object db = new org.testcontainers.containers.PostgreSQLContainer(\"postgres\"); }",
                                    IMPORTS + "class OrdersTest { @Test void test() { Object db = Containers.db; } }")
                            .kind())
                    .isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void a_helper_counts_only_as_far_as_it_is_called() {
            TestClass found = test(
                    IMPORTS
                            + "class Shop { static void start() { org.springframework.boot.SpringApplication.run(Main.class); } static void other() {} }",
                    IMPORTS
                            + "class OrderTest { @BeforeAll static void shop() { Shop.other(); } @Test void test() {} }");

            assertThat(found.kind()).isEqualTo(TestKind.UNIT);
        }
    }

    @Nested
    class OtherFrameworks {

        @ParameterizedTest
        @CsvSource({
            "io.quarkus.test.junit.QuarkusTest, INTEGRATION, true",
            "io.quarkus.test.junit.QuarkusIntegrationTest, INTEGRATION, false",
            "io.micronaut.test.extensions.junit5.annotation.MicronautTest, INTEGRATION, true",
            "org.testcontainers.junit.jupiter.Testcontainers, INTEGRATION, true"
        })
        void annotations(String annotation, TestKind kind, boolean sameProcess) {
            TestClass found = annotated("@" + annotation);

            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.sameProcess()).isEqualTo(sameProcess);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "io.dropwizard.testing.junit5.DropwizardAppExtension app; | INTEGRATION",
                    "io.dropwizard.testing.junit5.ResourceExtension resources; | UNIT",
                    "org.testcontainers.containers.PostgreSQLContainer db; | INTEGRATION",
                    "Object server = io.grpc.inprocess.InProcessServerBuilder.forName(\"x\"); | INTEGRATION",
                    "void run() { io.javalin.testtools.JavalinTest.test(null, null); } | INTEGRATION",
                    "void run() { io.javalin.Javalin.create().start(0); } | INTEGRATION",
                    "void run() { Main.main(new String[0]); } | INTEGRATION",
                    "org.openqa.selenium.WebDriver browser; | END_TO_END",
                    "com.github.tomakehurst.wiremock.WireMockServer stub; | UNIT"
                })
        void fields_and_calls(String member, TestKind kind) {
            assertThat(with(member).kind()).isEqualTo(kind);
        }

        @Test
        void a_page_object_drives_the_browser_for_its_test() {
            assertThat(test(
                                    IMPORTS
                                            + "class LoginPage { void open(org.openqa.selenium.WebDriver d) { d.get(\"/login\"); } }",
                                    IMPORTS + "class LoginTest { @Test void test() { new LoginPage().open(null); } }")
                            .kind())
                    .isEqualTo(TestKind.END_TO_END);
        }
    }

    @Nested
    class Elsewhere {

        @Test
        void a_base_address_from_outside_means_another_process() {
            TestClass found =
                    with("java.net.http.HttpClient client; String base = System.getProperty(\"shop.base-url\");");

            assertThat(found.sameProcess()).isFalse();
            assertThat(found.kind()).isEqualTo(TestKind.INTEGRATION);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "String base = System.getProperty(\"shop.base-url\");",
                    "java.net.http.HttpClient client; String dir = System.getProperty(\"user.dir\");",
                    "java.net.http.HttpClient client; String base = System.getenv(\"BASE_URL\"); com.github.tomakehurst.wiremock.WireMockServer stub;"
                })
        void not_every_system_property_is_an_address(String members) {
            TestClass found = with(members);

            assertThat(found.sameProcess()).isTrue();
            assertThat(found.kind()).isEqualTo(TestKind.UNIT);
        }

        @Test
        void a_test_that_starts_the_application_itself_is_in_its_process() {
            assertThat(test(IMPORTS + "@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT) class OrderTest {"
                                    + " java.net.http.HttpClient client; String base = System.getProperty(\"base-url\"); @Test void test() {} }")
                            .sameProcess())
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({"acme/shop:1.0, false", "localhost:5000/acme/shop, false", "redis:7, true"})
        void a_container_of_the_services_own_image_means_another_process(String image, boolean sameProcess) {
            TestClass found = with("Object c = new org.testcontainers.containers.GenericContainer(\"" + image + "\");");

            assertThat(found.sameProcess()).isEqualTo(sameProcess);
            assertThat(found.kind()).isEqualTo(TestKind.INTEGRATION);
        }
    }
}

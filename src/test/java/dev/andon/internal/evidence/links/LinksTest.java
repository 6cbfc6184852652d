package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.Link.Strength;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    private static final String IMPORTS = """
            package com.acme;
            import java.net.URI;
            import java.net.http.*;
            import org.junit.jupiter.api.*;
            import org.mockito.*;
            import org.springframework.boot.test.web.client.TestRestTemplate;
            import org.springframework.http.HttpMethod;
            import org.springframework.test.context.bean.override.mockito.MockitoBean;
            import org.springframework.test.web.reactive.server.WebTestClient;
            import org.springframework.test.web.servlet.MockMvc;
            import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
            import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
            """;

    @TempDir
    Path temp;

    private BuiltProject build;

    @BeforeEach
    void begin() {
        String mapping = "package com.acme; import org.springframework.web.bind.annotation.*; ";
        build = BuiltProject.in(temp)
                .main(
                        "shop",
                        "package com.acme; public interface Payments { void pay(); }",
                        "package com.acme; @org.springframework.stereotype.Service"
                                + " public class CardPayments implements Payments { public static final String PATH = \"/x\";"
                                + " public void pay() {} public record Card(String number) {} }",
                        mapping + "@RestController @RequestMapping(\"/orders\") public class OrderController {"
                                + " private final Payments payments;"
                                + " public OrderController(Payments payments) { this.payments = payments; }"
                                + " @GetMapping(\"/{id}\") public String read(String id) { return id; }"
                                + " @PostMapping public void place() { payments.pay(); } }",
                        mapping + "@RestController public class OpenController {"
                                + " @GetMapping(\"/orders/open\") public String open() { return null; } }");
    }

    private Optional<Link> link(String service, String... sources) {
        CodeIndex index = build.test("shop", sources).index();
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of());
        List<Link> links = Links.find(index, inventory).stream()
                .filter(link -> link.service().equals("com.acme." + service))
                .toList();
        assertThat(links).hasSizeLessThanOrEqualTo(1);
        return links.stream().findFirst();
    }

    private Optional<Link> with(String service, String members) {
        return link(service, IMPORTS + "class SomeTest { " + members + " }");
    }

    private Optional<Link> running(String service, String code) {
        return with(
                service,
                "MockMvc mvc; HttpClient client; WebTestClient web; TestRestTemplate rest; OrderController orders; Object id; int port;"
                        + " @Test void does() throws Exception { " + code + " }");
    }

    private static boolean linked(Optional<Link> link) {
        return link.filter(found -> found.strength() == Strength.LINKED).isPresent();
    }

    @Nested
    class Calls {

        @Test
        void a_call_links_and_says_where() {
            assertThat(running("OrderController", "orders.place();")).hasValueSatisfying(link -> {
                assertThat(link.strength()).isEqualTo(Strength.LINKED);
                assertThat(link.via()).startsWith("calls OrderController.place at SomeTest.java:");
                assertThat(link.methods()).containsExactly("does");
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "new CardPayments().pay();",
                    "Payments p = new CardPayments(); p.pay();",
                    "Runnable r = new CardPayments()::pay; r.run();",
                    "Runnable r = () -> new CardPayments().pay(); r.run();",
                    "new OrderController(new CardPayments()).place();"
                })
        void these_reach_the_payments(String code) {
            assertThat(linked(running("CardPayments", code))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "new CardPayments();",
                    "Object o = CardPayments.class;",
                    "String s = CardPayments.PATH;",
                    "boolean b = id instanceof CardPayments;",
                    "new CardPayments.Card(\"1\").number();",
                    "Mockito.mock(CardPayments.class).pay();",
                    "Payments p = Mockito.mock(Payments.class); p.pay();",
                    "new OrderController(Mockito.mock(Payments.class)).place();"
                })
        void these_do_not(String code) {
            assertThat(linked(running("CardPayments", code))).isFalse();
        }

        @Test
        void a_helper_and_a_nested_class_are_followed() {
            assertThat(linked(link(
                            "CardPayments",
                            IMPORTS + "class SomeTest { @Nested class In { @Test void t() { new Page().go(0); } } }",
                            "package com.acme; class Page {"
                                    + " void go(int n) { if (n > 3) new CardPayments().pay(); else go(n + 1); } }")))
                    .isTrue();
        }

        @Test
        void a_helper_that_nobody_calls_is_not() {
            assertThat(linked(link(
                            "CardPayments",
                            IMPORTS + "class SomeTest { @Test void t() { new Page(); } }",
                            "package com.acme; class Page { void go() { new CardPayments().pay(); } }")))
                    .isFalse();
        }
    }

    @Nested
    class Mocked {

        @Test
        void a_mock_is_told_as_a_mock() {
            assertThat(with("CardPayments", "@Mock CardPayments payments; @Test void t() { payments.pay(); }"))
                    .map(Link::strength)
                    .hasValue(Strength.MOCK_ONLY);
        }

        @Test
        void a_mock_handed_to_a_test_is_one_too() {
            assertThat(with("CardPayments", "@Test void t(@Mock CardPayments payments) { payments.pay(); }"))
                    .map(Link::strength)
                    .hasValue(Strength.MOCK_ONLY);
        }

        @Test
        void what_is_handed_to_a_test_may_be_real() {
            assertThat(linked(with("CardPayments", "@Test void t(CardPayments payments) { payments.pay(); }")))
                    .isTrue();
        }

        @Test
        void a_spy_is_the_real_thing() {
            assertThat(linked(with("CardPayments", "@Spy CardPayments payments; @Test void t() { payments.pay(); }")))
                    .isTrue();
        }

        @Test
        void a_mock_of_something_else_does_not_hinder() {
            assertThat(linked(with(
                            "CardPayments",
                            "@Mock Runnable other; @Test void t() { other.run(); new CardPayments().pay(); }")))
                    .isTrue();
        }

        @Test
        void the_routes_of_a_replaced_controller_do_not_link() {
            String request = " MockMvc mvc; @Test void t() { mvc.perform(MockMvcRequestBuilders.post(\"/orders\")); }";

            assertThat(linked(with("OrderController", "@MockitoBean OrderController orders;" + request)))
                    .isFalse();
        }

        @Test
        void what_lies_behind_a_replaced_bean_is_not_reached() {
            String request = " MockMvc mvc; @Test void t() { mvc.perform(MockMvcRequestBuilders.post(\"/orders\")); }";

            assertThat(linked(with("CardPayments", "@MockitoBean Payments payments;" + request)))
                    .isFalse();
        }

        @Test
        void what_lies_behind_a_controller_is_reached() {
            assertThat(running("CardPayments", "mvc.perform(MockMvcRequestBuilders.post(\"/orders\"));"))
                    .hasValueSatisfying(
                            link -> assertThat(link.via()).startsWith("behind OrderController, POST /orders"));
        }
    }

    @Nested
    class Routes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mvc.perform(MockMvcRequestBuilders.post(\"/orders\"));",
                    "mvc.perform(MockMvcRequestBuilders.get(\"/orders/{id}\", 7));",
                    "mvc.perform(MockMvcRequestBuilders.get(\"/orders/\" + id + \"?full=true#top\"));",
                    "mvc.perform(MockMvcRequestBuilders.get(\"/orders/7/\"));",
                    "mvc.perform(MockMvcRequestBuilders.get(String.format(\"/orders/%d\", 7)));",
                    "web.post().uri(\"/orders\").exchange();",
                    "web.method(HttpMethod.POST).uri(\"/orders\").exchange();",
                    "rest.exchange(\"/orders\", HttpMethod.POST, null, null);",
                    "rest.getForObject(\"http://localhost:\" + port + \"/orders/7\", String.class);",
                    "String base = \"http://localhost:\" + port; rest.getForObject(base + \"/orders/7\", String.class);",
                    "StringBuilder b = new StringBuilder(\"/orders/\"); rest.getForObject(b.append(id).toString(), String.class);",
                    "client.sendAsync(HttpRequest.newBuilder(URI.create(\"http://localhost:1/orders/7\")).build(), null);",
                    "client.sendAsync(HttpRequest.newBuilder().uri(URI.create(\"http://localhost:1/orders\"))"
                            + ".POST(HttpRequest.BodyPublishers.noBody()).build(), null);",
                    "io.restassured.RestAssured.basePath = \"/orders\"; io.restassured.RestAssured.get(\"/7\");"
                })
        void these_requests_link(String code) {
            assertThat(linked(running("OrderController", code))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mvc.perform(MockMvcRequestBuilders.get(\"/orders\"));",
                    "mvc.perform(MockMvcRequestBuilders.post(\"/orders/7\"));",
                    "mvc.perform(MockMvcRequestBuilders.get(\"/orders/7/lines\"));",
                    "mvc.perform(MockMvcRequestBuilders.get(\"/orders/open\"));",
                    "mvc.perform(MockMvcRequestBuilders.post(\"/ordersearch\"));",
                    "mvc.perform(MockMvcRequestBuilders.post(\"/archive/orders\"));",
                    "web.get().uri(\"/orders\").exchange();",
                    "rest.exchange(\"/orders\", HttpMethod.PUT, null, null);",
                    "rest.getForObject(\"http://localhost:\" + port + \"/orders/7/open\", String.class);",
                    "HttpRequest.newBuilder(URI.create(\"http://localhost:1/orders\")).build();",
                    "MockMvcResultMatchers.redirectedUrl(\"/orders/7\");",
                    "com.github.tomakehurst.wiremock.client.WireMock.get(\"/orders/7\");",
                    "new java.util.HashMap<String, String>().get(\"/orders/7\");",
                    "String unused = \"/orders/7\";"
                })
        void these_do_not(String code) {
            assertThat(linked(running("OrderController", code))).isFalse();
        }

        /** The application may have a prefix that neither its code nor its configuration shows. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rest.getForObject(\"http://localhost:\" + port + \"/api/orders/7\", String.class);",
                    "rest.getForObject(System.getProperty(\"path\"), String.class);",
                    "rest.getForObject(\"http://localhost:\" + port + System.getProperty(\"path\"), String.class);",
                    "for (String path : System.getProperty(\"paths\").split(\",\")) rest.getForObject(path, String.class);"
                })
        void of_these_the_code_shows_too_little(String code) {
            assertThat(running("OrderController", code)).map(Link::strength).hasValue(Strength.UNCLEAR);
        }

        @Test
        void the_routes_that_were_requested_are_told() {
            assertThat(running("OrderController", "mvc.perform(MockMvcRequestBuilders.post(\"/orders\"));"))
                    .hasValueSatisfying(link -> {
                        assertThat(link.routes()).containsExactly("POST /orders");
                        assertThat(link.via()).startsWith("POST /orders at SomeTest.java:");
                    });
        }

        @Test
        void the_most_specific_route_is_the_one_reached() {
            assertThat(linked(running("OpenController", "mvc.perform(MockMvcRequestBuilders.get(\"/orders/open\"));")))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "class SomeTest extends Base { String path() { return \"/orders/7\"; } }",
                    "class SomeTest extends Base { SomeTest() { given = \"/orders/7\"; } String path() { return given; } }",
                    "class SomeTest extends Base { SomeTest() { super(\"/orders/7\"); } String path() { return given; } }"
                })
        void an_inherited_test_asks_for_what_the_leaf_says(String leaf) {
            assertThat(linked(link("OrderController", base(), "package com.acme; " + leaf)))
                    .isTrue();
        }

        @Test
        void an_inherited_test_does_not_ask_for_what_another_leaf_says() {
            String one = "package com.acme; class OneTest extends Base { String path() { return \"/other\"; } }";
            String other =
                    "package com.acme; abstract class Other extends Base { String path() { return \"/orders/7\"; } }";

            assertThat(linked(link("OrderController", base(), one, other))).isFalse();
        }

        private String base() {
            return IMPORTS + "abstract class Base { String given; TestRestTemplate rest; Base() {}"
                    + " Base(String given) { this.given = given; } abstract String path();"
                    + " @Test void t() { rest.getForObject(path(), String.class); } }";
        }

        @Test
        void a_helper_is_given_verb_and_path() {
            String helper =
                    " TestRestTemplate rest; void send(HttpMethod m, String p) { rest.exchange(p, m, null, null); }";

            assertThat(linked(
                            with("OrderController", "@Test void t() { send(HttpMethod.POST, \"/orders\"); }" + helper)))
                    .isTrue();
        }

        @Test
        void a_helper_that_is_given_another_verb_does_not_link() {
            String helper =
                    " TestRestTemplate rest; void send(HttpMethod m, String p) { rest.exchange(p, m, null, null); }";

            assertThat(linked(
                            with("OrderController", "@Test void t() { send(HttpMethod.GET, \"/orders\"); }" + helper)))
                    .isFalse();
        }
    }

    @Nested
    class GrpcStubs {

        @BeforeEach
        void begin() {
            build.main(
                    "rides",
                    "package com.acme; public class RideGrpc {"
                            + " public static abstract class RideImplBase implements io.grpc.BindableService {}"
                            + " public static class RideBlockingStub { public void book() {} }"
                            + " public static RideBlockingStub newBlockingStub(Object channel) { return null; } }",
                    "package com.acme; public class FareGrpc {"
                            + " public static class FareBlockingStub { public void ask() {} }"
                            + " public static FareBlockingStub newBlockingStub(Object channel) { return null; } }",
                    "package com.acme; public class RideService extends RideGrpc.RideImplBase {}");
        }

        @Test
        void a_stub_of_the_service_links() {
            assertThat(linked(running("RideService", "RideGrpc.newBlockingStub(null).book();")))
                    .isTrue();
        }

        @Test
        void a_stub_of_another_service_does_not() {
            assertThat(linked(running("RideService", "FareGrpc.newBlockingStub(null).ask();")))
                    .isFalse();
        }
    }

    @Nested
    class Declared {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "OrderControllerTest",
                    "OrderControllerIT",
                    "OrderControllerITCase",
                    "OrderControllerIntegrationTest",
                    "OrderControllerE2ETest",
                    "TestOrderController"
                })
        void a_name_declares(String name) {
            assertThat(link("OrderController", IMPORTS + "class " + name + " { @Test void t() {} }"))
                    .map(Link::strength)
                    .hasValue(Strength.DECLARED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"OrderControllersTest", "MyOrderControllerTest", "OrderTest", "OrderController2IT"})
        void a_similar_name_does_not(String name) {
            assertThat(link("OrderController", IMPORTS + "class " + name + " { @Test void t() {} }"))
                    .isEmpty();
        }
    }
}

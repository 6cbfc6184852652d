package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.discover.Service.Tier;
import dev.andon.internal.frameworks.Route;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {

    private static final String SPRING = """
            package com.acme;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.stereotype.*;
            """;

    @TempDir
    Path temp;

    private BuiltProject build;

    @BeforeEach
    void begin() {
        build = BuiltProject.in(temp);
    }

    private List<Service> services(String... sources) {
        return Discovery.discover(build.main("shop", sources).index(), DiscoveryRequest.of())
                .services();
    }

    @Test
    void a_rest_controller_is_a_service_with_all_its_routes() {
        List<Service> found = services(SPRING + """
                        @RestController @RequestMapping({"/orders", "/v2/orders/"})
                        public class OrderController {
                            static final String ID = "{id:[0-9]{3}}";
                            @GetMapping String all() { return ""; }
                            @GetMapping(path = "/" + ID) String one() { return ""; }
                            @RequestMapping(value = "x", method = {RequestMethod.PUT, RequestMethod.PATCH}) String two() { return ""; }
                            @RequestMapping("any") String any() { return ""; }
                        }
                        """);

        assertThat(found).singleElement().satisfies(service -> {
            assertThat(service.name()).isEqualTo("com.acme.OrderController");
            assertThat(service.module()).isEqualTo("shop");
            assertThat(service.tier()).isEqualTo(Tier.ENTRY);
            assertThat(service.reason()).isEqualTo("@RestController");
            assertThat(service.location()).hasToString("OrderController.java:5");
            assertThat(service.routes())
                    .extracting(Route::toString)
                    .containsExactlyInAnyOrder(
                            "GET /orders",
                            "GET /v2/orders",
                            "GET /orders/{id}",
                            "GET /v2/orders/{id}",
                            "PUT /orders/x",
                            "PATCH /orders/x",
                            "PUT /v2/orders/x",
                            "PATCH /v2/orders/x",
                            "* /orders/any",
                            "* /v2/orders/any");
        });
    }

    @Test
    void mappings_may_stand_on_an_interface_alone() {
        List<Service> found = services(
                SPRING
                        + "@RequestMapping(\"/orders\") public interface OrdersApi { @PostMapping(\"/{id}\") String place(); }",
                SPRING
                        + "@Controller public class OrdersEndpoint implements OrdersApi { public String place() { return null; } }",
                SPRING
                        + "@org.springframework.cloud.openfeign.FeignClient public interface StockClient { @GetMapping(\"/stock\") String stock(); }",
                SPRING + "public class StockFallback implements StockClient { public String stock() { return null; } }",
                SPRING + "@Controller public class Marker {}");

        assertThat(found)
                .extracting(Service::name, Service::reason, Service::entryTypes)
                .containsExactly(
                        tuple("com.acme.OrdersEndpoint", "@Controller with mappings", List.of("com.acme.OrdersApi")));
        assertThat(found.get(0).routes()).containsExactly(new Route("POST", "/orders/{id}"));
    }

    @Test
    void annotations_composed_by_the_user_count() {
        List<Service> found = services(
                SPRING + "@RestController public @interface Api {}",
                SPRING + "@GetMapping public @interface JsonGet { String value(); }",
                SPRING + "@Api public class Orders { @JsonGet(\"/orders\") String all() { return null; } }");

        assertThat(found).extracting(Service::name).containsExactly("com.acme.Orders");
        assertThat(found.get(0).routes()).containsExactly(new Route("GET", "/orders"));
    }

    @Test
    void jax_rs_resources_are_services_and_client_interfaces_are_not() {
        List<Service> found = services(
                "package com.acme; import jakarta.ws.rs.*; @Path(\"orders\") public class OrderResource {"
                        + " @GET @Path(\"{id: [0-9]+}\") public String one() { return null; } @POST public void place() {} }",
                "package com.acme; import jakarta.ws.rs.*; @Path(\"/stock\") public interface StockApi { @GET String all(); }",
                "package com.acme; public class StockResource implements StockApi { public String all() { return null; } }",
                "package com.acme; import javax.ws.rs.*; @Path(\"old\") public class OldResource { @GET public String all() { return null; } }",
                "package com.acme; import jakarta.ws.rs.*; @Path(\"/prices\") public interface Prices { @GET String all(); }",
                "package com.acme; import jakarta.ws.rs.*; @org.eclipse.microprofile.rest.client.inject.RegisterRestClient"
                        + " @Path(\"/rates\") public interface Rates { @GET String all(); }",
                "package com.acme; public class RatesFallback implements Rates { public String all() { return null; } }");

        assertThat(found)
                .extracting(Service::name, Service::reason, service -> service.routes().stream()
                        .map(Route::toString)
                        .toList())
                .containsExactly(
                        tuple("com.acme.OldResource", "@Path", List.of("GET /old")),
                        tuple("com.acme.OrderResource", "@Path", List.of("GET /orders/{id}", "POST /orders")),
                        tuple("com.acme.StockResource", "@Path on StockApi", List.of("GET /stock")));
    }

    @Test
    void concrete_grpc_services_are_services_also_nested_ones() {
        List<Service> found = services(
                """
                package com.acme;
                @io.grpc.stub.annotations.GrpcGenerated
                public final class OrdersGrpc {
                    public abstract static class OrdersImplBase implements io.grpc.BindableService { public void place() {} }
                    static final class Registry implements io.grpc.BindableService {}
                }
                """,
                "package com.acme; public class Server { public static class Orders extends OrdersGrpc.OrdersImplBase {} }",
                "package com.acme; public abstract class BaseOrders extends OrdersGrpc.OrdersImplBase {}");

        assertThat(found)
                .extracting(Service::name, Service::reason, Service::entryTypes)
                .containsExactly(tuple("com.acme.Server$Orders", "gRPC service", List.of("com.acme.OrdersGrpc")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@org.springframework.kafka.annotation.KafkaListener",
                "@org.springframework.amqp.rabbit.annotation.RabbitListener",
                "@org.springframework.jms.annotation.JmsListener",
                "@io.awspring.cloud.sqs.annotation.SqsListener",
                "@org.eclipse.microprofile.reactive.messaging.Incoming(\"orders\")"
            })
    void message_listeners_are_services(String listener) {
        assertThat(services(
                        "package com.acme; public class Orders { " + listener + " void on(String message) {} }",
                        "package com.acme; public class Other { void on(String message) {} }"))
                .extracting(Service::name)
                .containsExactly("com.acme.Orders");
    }

    @Test
    void message_driven_beans_and_servlets_are_services() {
        assertThat(
                        services(
                                "package com.acme; @jakarta.ejb.MessageDriven public class Orders {}",
                                "package com.acme; @jakarta.servlet.annotation.WebServlet(\"/export/*\") public class Export {}"))
                .extracting(Service::name, Service::reason)
                .containsExactly(tuple("com.acme.Export", "@WebServlet"), tuple("com.acme.Orders", "@MessageDriven"));
    }

    @Test
    void what_only_supports_services_is_none() {
        assertThat(services(
                        SPRING
                                + "@RestControllerAdvice public class Problems { @GetMapping(\"/x\") String x() { return null; } }",
                        SPRING
                                + "@RestController public class Errors implements org.springframework.boot.web.servlet.error.ErrorController {}",
                        SPRING
                                + "@org.springframework.context.annotation.Configuration @Service public class ShopConfiguration {}",
                        SPRING + "@Service public class Guard implements jakarta.servlet.Filter {}",
                        SPRING + "@Repository public class Orders {}",
                        SPRING + "@Service public class UserMapper { Object map(Object user) { return user; } }",
                        SPRING + "@lombok.Generated @RestController public class Made {}",
                        SPRING + "@RestController public abstract class Base {}",
                        "package com.acme; public class OrderMapper {}",
                        "package com.acme; public class PriceServiceImpl {}"))
                .isEmpty();
    }

    @Test
    void a_controller_among_the_tests_is_no_service() {
        build.test("shop", SPRING + "@RestController public class StubController {}");

        assertThat(services("package com.acme; class Nothing {}")).isEmpty();
    }

    @Test
    void components_stand_behind_entry_points_unless_a_module_has_none() {
        build.main(
                "jobs",
                SPRING + "@Service public class CleanUp {}",
                "package com.acme; @jakarta.enterprise.context.ApplicationScoped public class PriceService {}",
                "package com.acme; @jakarta.enterprise.context.ApplicationScoped public class Clock {}");

        assertThat(services(
                        SPRING + "@RestController public class Orders {}", SPRING + "@Service public class Stock {}"))
                .extracting(Service::name, Service::tier)
                .containsExactly(
                        tuple("com.acme.CleanUp", Tier.ENTRY),
                        tuple("com.acme.Orders", Tier.ENTRY),
                        tuple("com.acme.PriceService", Tier.ENTRY),
                        tuple("com.acme.Stock", Tier.INNER));
    }

    @Test
    void patterns_and_conventions_include_and_exclude() {
        build.main(
                "shop",
                SPRING + "@RestController public class Orders {}",
                SPRING + "@RestController public class Legacy {}",
                "package com.acme.price; public class PriceServiceImpl { public static class Builder {} }",
                "package com.acme.price; public abstract class AbstractServiceImpl {}",
                "package com.acme; public class Export implements Runnable { public void run() {} }",
                "package com.other; public class TaxServiceImpl {}");

        List<Service> found = Discovery.discover(
                        build.index(),
                        new DiscoveryRequest(
                                List.of("com.acme"),
                                List.of("..*ServiceImpl"),
                                List.of("com.acme.Leg*"),
                                List.of(candidate -> candidate.superTypes().contains("java.lang.Runnable"))))
                .services();

        assertThat(found)
                .extracting(Service::name, Service::tier)
                .containsExactly(
                        tuple("com.acme.Export", Tier.ENTRY),
                        tuple("com.acme.Orders", Tier.ENTRY),
                        tuple("com.acme.price.PriceServiceImpl", Tier.ENTRY));
    }

    @Test
    void the_same_name_in_two_modules_makes_two_services() {
        build.main("one", SPRING + "@RestController public class Orders {}");
        build.main("two", SPRING.replace("com.acme", "com.acme.two") + "@RestController public class Orders {}");

        assertThat(services("package com.acme; class Nothing {}"))
                .extracting(Service::name, Service::module)
                .containsExactly(tuple("com.acme.Orders", "one"), tuple("com.acme.two.Orders", "two"));
    }

    @Test
    void the_only_implementation_of_an_interface_may_be_named_by_it() {
        assertThat(services(
                        SPRING + "public interface Stock {}",
                        SPRING + "public interface Shared {}",
                        SPRING + "class Other implements Shared {}",
                        SPRING + "@Service public class StockService implements Stock, Shared {}"))
                .singleElement()
                .extracting(Service::entryTypes)
                .isEqualTo(List.of("com.acme.Stock"));
    }

    @Test
    void finds_what_needs_no_meta_annotations_without_the_frameworks_too() {
        build.main(
                "shop",
                SPRING
                        + "@RestController public class Orders { @GetMapping(\"/orders\") String all() { return null; } }",
                SPRING + "@Service public class Stock {}");

        assertThat(Discovery.discover(build.indexWithoutFrameworks(), DiscoveryRequest.of())
                        .services())
                .extracting(Service::name, service -> service.routes().toString())
                .containsExactly(tuple("com.acme.Orders", "[GET /orders]"), tuple("com.acme.Stock", "[]"));
    }

    @Test
    void tells_what_a_request_names_in_vain() {
        build.main(
                "shop",
                "package com.acme.shop.web; public class Orders {}",
                "package com.acme.shop; public class Shop {}");

        Discovery.Unmatched unmatched = Discovery.unmatched(
                build.index(),
                new DiscoveryRequest(
                        List.of("com.acme.shpo", "com.acme", "com.acme.shop"),
                        List.of("..Orders", "..Order"),
                        List.of("x.Y"),
                        List.of()));

        assertThat(unmatched.packages()).containsExactly("com.acme.shpo");
        assertThat(unmatched.includeServices()).containsExactly("..Order");
        assertThat(unmatched.excludeServices()).containsExactly("x.Y");
        assertThat(unmatched.packagesOfBuild()).containsExactly("com.acme.shop");
    }
}

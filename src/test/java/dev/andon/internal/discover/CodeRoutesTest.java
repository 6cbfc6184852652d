package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.frameworks.Route;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeRoutesTest {

    private static final String ROUTER = """
            package com.acme;
            import org.springframework.web.reactive.function.server.*;
            import static org.springframework.web.reactive.function.server.RequestPredicates.*;
            import static org.springframework.web.reactive.function.server.RouterFunctions.*;
            """;
    private static final String HANDLER = """
            package com.acme;
            import org.springframework.web.reactive.function.server.*;
            public class OrderHandler {
                public ServerResponse list(ServerRequest request) { return null; }
                public ServerResponse one(ServerRequest request) { return null; }
            }
            """;

    @TempDir
    Path temp;

    private List<Service> services(String... sources) {
        return Discovery.discover(BuiltProject.in(temp).main("shop", sources).index(), DiscoveryRequest.of())
                .services();
    }

    private static String routes(Service service) {
        return String.join(", ", service.routes().stream().map(Route::toString).toList());
    }

    @Test
    void router_functions_lead_to_the_handler_that_they_refer_to() {
        assertThat(services(HANDLER, ROUTER + """
                                public class Routes {
                                    RouterFunction<ServerResponse> orders(OrderHandler handler) {
                                        return route(GET("/orders"), handler::list).andRoute(GET("/orders/{id}").and(null), handler::one);
                                    }
                                }
                                """))
                .extracting(Service::name, CodeRoutesTest::routes)
                .containsExactly(tuple("com.acme.OrderHandler", "GET /orders, GET /orders/{id}"));
    }

    @Test
    void of_classes_with_one_name_in_two_modules_each_declares_its_own_routes() {
        String routes = ROUTER
                + "public class Routes { RouterFunction<ServerResponse> all(OrderHandler handler) {"
                + " return route(GET(\"/PATH\"), handler::list); } }";

        assertThat(Discovery.discover(
                                BuiltProject.in(temp)
                                        .main("orders", HANDLER, routes.replace("PATH", "orders"))
                                        .main("returns", HANDLER, routes.replace("PATH", "returns"))
                                        .index(),
                                DiscoveryRequest.of())
                        .services())
                .extracting(Service::module, CodeRoutesTest::routes)
                .containsExactly(tuple("orders", "GET /orders"), tuple("returns", "GET /returns"));
    }

    /**
     * Spring's documentation of its Kotlin DSL: {@code coRouter { "/api".nest { GET("/orders", handler::list) } }}. Kotlin
     * compiles the reference to a class, and the nest to a lambda.
     */
    @Test
    void nests_of_the_kotlin_dsl_keep_their_prefix_and_handler() {
        assertThat(services(
                        HANDLER,
                        "package org.springframework.web.reactive.function.server; public class CoRouterFunctionDsl {"
                                + " public void nest(String path, java.util.function.Consumer<CoRouterFunctionDsl> in) {}"
                                + " public void nest(RequestPredicate on, java.util.function.Consumer<CoRouterFunctionDsl> in) {}"
                                + " public void GET(String path, Object handler) {} }",
                        ROUTER + """
                                public class Routes {
                                    static class Reference$1 {
                                        OrderHandler to;
                                        Object invoke(ServerRequest request) { return to.list(request); }
                                    }
                                    RouterFunction<ServerResponse> orders(CoRouterFunctionDsl dsl) {
                                        dsl.nest("/api", api -> api.GET("/orders", new Reference$1()));
                                        dsl.nest((RequestPredicate) null, any -> any.GET("/all", new Reference$1()));
                                        return null;
                                    }
                                }
                                """))
                .extracting(Service::name, CodeRoutesTest::routes)
                .containsExactly(tuple("com.acme.OrderHandler", "GET /api/orders, GET /all"));
    }

    @Test
    void nested_router_functions_keep_their_prefix() {
        assertThat(services(HANDLER, ROUTER + """
                                public class Routes {
                                    RouterFunction<ServerResponse> orders(OrderHandler handler) {
                                        return nest(path("/orders"), route(GET("/{id}"), handler::one));
                                    }
                                    RouterFunction<ServerResponse> built(OrderHandler handler) {
                                        return route().path("/v2", b -> b.GET("/orders", handler::list)).GET("/all", handler::list).build();
                                    }
                                }
                                """))
                .extracting(Service::name, CodeRoutesTest::routes)
                .containsExactly(tuple("com.acme.OrderHandler", "GET /orders/{id}, GET /v2/orders, GET /all"));
    }

    @Test
    void a_lambda_leads_to_the_class_that_it_calls_or_else_stays_where_it_is() {
        assertThat(services(HANDLER, ROUTER + """
                                public class Routes {
                                    RouterFunction<ServerResponse> orders(OrderHandler handler) {
                                        return route().GET("/orders", request -> handler.list(request)).POST("/ping", request -> null).build();
                                    }
                                }
                                """))
                .extracting(Service::name, CodeRoutesTest::routes)
                .containsExactly(tuple("com.acme.OrderHandler", "GET /orders"), tuple("com.acme.Routes", "POST /ping"));
    }

    @Test
    void a_path_that_is_no_constant_makes_no_route() {
        assertThat(services(HANDLER, ROUTER + """
                                public class Routes {
                                    RouterFunction<ServerResponse> orders(OrderHandler handler, String path) {
                                        System.out.println("routes below " + path);
                                        return route().GET(path, handler::list).GET("/all", handler::one).build();
                                    }
                                }
                                """))
                .extracting(Service::name, CodeRoutesTest::routes)
                .containsExactly(tuple("com.acme.OrderHandler", "GET /all"));
    }

    @Test
    void javalin_routes_lead_to_their_handlers() {
        assertThat(services(
                        """
                        package com.acme;
                        import io.javalin.Javalin;
                        import static io.javalin.apibuilder.ApiBuilder.*;
                        public class Main {
                            public static void main(String[] args) {
                                OrderController orders = new OrderController();
                                Javalin app = Javalin.create();
                                app.get("/health", context -> context.body());
                                app.get(args[0], new Late()::answer);
                                app.post("/exports", new ExportHandler());
                                app.routes(() -> {
                                    path("orders", () -> {
                                        get(orders::all);
                                        path("{id}", () -> get("lines", orders::one));
                                    });
                                    crud("users/{id}", new Users());
                                });
                                app.start(0);
                            }
                        }
                        """,
                        "package com.acme; import io.javalin.http.*; public class OrderController {"
                                + " void all(Context c) {} void one(Context c) {} }",
                        "package com.acme; import io.javalin.http.*; public class ExportHandler implements Handler {"
                                + " public void handle(Context c) {} }",
                        "package com.acme; public class Late { void answer(io.javalin.http.Context c) {} }",
                        "package com.acme; public class Users implements io.javalin.apibuilder.CrudHandler {}",
                        "package com.acme; public class Prices { void get(String path) { get(\"/no/route\"); } }"))
                .extracting(Service::name, CodeRoutesTest::routes)
                .containsExactly(
                        tuple("com.acme.ExportHandler", "POST /exports"),
                        tuple("com.acme.Late", ""),
                        tuple("com.acme.Main", "GET /health"),
                        tuple("com.acme.OrderController", "GET /orders, GET /orders/{id}/lines"),
                        tuple(
                                "com.acme.Users",
                                "GET /users/{id}, PATCH /users/{id}, DELETE /users/{id}, GET /users, POST /users"));
    }
}

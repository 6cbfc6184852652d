package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultCandidatesTest {

    private static final String SPRING = """
            package com.acme;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.stereotype.*;
            """;

    @TempDir
    Path temp;

    private List<FaultedMethod> candidates(String... sources) {
        CodeIndex index = BuiltProject.in(temp).main("shop", sources).index();
        return FaultCandidates.of(
                Discovery.discover(index, DiscoveryRequest.of()).services(), index);
    }

    @Test
    void a_handler_that_an_interface_implements_is_one_of_the_service_and_one_that_is_left_open_is_none() {
        assertThat(candidates(
                        "package com.acme; public enum Status { OK, NOT_IMPLEMENTED }", SPRING + """
                        public interface OrderApi {
                            @GetMapping("/orders") default String all() { return "all".trim(); }
                            @GetMapping("/orders/first") default String first() { return "first".trim(); }
                            @GetMapping("/returns") default String open() { return Status.NOT_IMPLEMENTED.toString(); }
                            default String helper() { return "h".trim(); }
                        }
                        """, SPRING + """
                        @RestController
                        public class OrderController implements OrderApi {
                            @Override public String first() { return "1st".trim(); }
                        }
                        """))
                .extracting(FaultedMethod::className, FaultedMethod::method, FaultedMethod::entryPoint)
                .containsExactlyInAnyOrder(
                        tuple("com.acme.OrderApi", "all", "GET /orders"),
                        tuple("com.acme.OrderController", "first", "GET /orders/first"));
    }

    @Test
    void a_handler_that_a_bridge_overrides_is_none_of_the_service() {
        assertThat(candidates(SPRING + """
                        public abstract class BaseController<T> {
                            @GetMapping("/{id}") public T read(long id) { return make("r".trim()); }
                            protected abstract T make(String name);
                        }
                        """, SPRING + """
                        @RestController @RequestMapping("/orders")
                        public class OrderController extends BaseController<String> {
                            @Override public String read(long id) { return make("own".trim()); }
                            @Override protected String make(String name) { return name.trim(); }
                        }
                        """))
                .extracting(FaultedMethod::className, FaultedMethod::method, FaultedMethod::descriptor)
                .containsExactly(tuple("com.acme.OrderController", "read", "(J)Ljava/lang/String;"));
    }

    @Test
    void a_handler_that_a_bridge_only_makes_visible_is_one_of_the_service() {
        assertThat(candidates(SPRING + """
                        abstract class BaseController {
                            @GetMapping("/all") public String list() { return "l".trim(); }
                        }
                        """, SPRING + """
                        @RestController @RequestMapping("/orders")
                        public class OrderController extends BaseController {}
                        """))
                .extracting(FaultedMethod::className, FaultedMethod::method, FaultedMethod::entryPoint)
                .containsExactly(tuple("com.acme.BaseController", "list", "GET /orders/all"));
    }

    @Test
    void handlers_bear_their_routes_and_what_is_no_work_of_their_own_is_left_out() {
        assertThat(candidates(SPRING + """
                        @RestController @RequestMapping("/orders")
                        public class OrderController {
                            private String name = "n";
                            public OrderController() {}
                            @GetMapping("/{id}") String read(long id) { return helper(id); }
                            @PostMapping public String place() { return helper(1); }
                            public String getName() { return name; }
                            public void setName(String name) { this.name = name; }
                            public String report() { return helper(2); }
                            @Bean public String failed(RuntimeException e) { return helper(3); }
                            public void nothing() {}
                            @Override public String toString() { return helper(4); }
                            private String helper(long id) { return "o" + id; }
                            public static String stat() { return "s".trim(); }
                        }
                        @interface Bean {}
                        """))
                .extracting(FaultedMethod::method, FaultedMethod::entryPoint, FaultedMethod::service)
                .containsExactly(
                        tuple("read", "GET /orders/{id}", "com.acme.OrderController"),
                        tuple("place", "POST /orders", "com.acme.OrderController"),
                        tuple("report", "", "com.acme.OrderController"));
    }

    @Test
    void the_public_methods_of_inner_services_are_candidates_too() {
        assertThat(candidates(
                        SPRING
                                + "@RestController public class C { @GetMapping(\"/c\") public String c() { return \"c\".trim(); } }",
                        SPRING + """
                        @Service
                        public class OrderService  {
                            public String price(long id) { return "p".repeat((int) id); }
                            @PostConstruct public void prepare() { price(1); }
                            String inside() { return price(2); }
                        }
                        @interface PostConstruct {}
                        """))
                .extracting(FaultedMethod::method, FaultedMethod::entryPoint, FaultedMethod::line)
                .containsExactly(tuple("c", "GET /c", 4), tuple("price", "", 6));
    }

    @Test
    void a_mapping_may_stand_on_an_interface_and_the_code_in_a_superclass() {
        assertThat(candidates(
                        SPRING
                                + "@RequestMapping(\"/orders\") public interface OrdersApi { @PostMapping(\"/{id}\") String place(); }",
                        SPRING + "public abstract class Base { public String place() { return \"x\".trim(); } }",
                        SPRING + "@RestController public class OrdersEndpoint extends Base implements OrdersApi {}"))
                .extracting(FaultedMethod::className, FaultedMethod::method, FaultedMethod::entryPoint)
                .containsExactly(tuple("com.acme.Base", "place", "POST /orders/{id}"));
    }

    @Test
    void what_two_services_inherit_is_a_method_of_each() {
        assertThat(candidates(
                        SPRING
                                + "public abstract class Base { @GetMapping public String all() { return \"x\".trim(); } }",
                        SPRING + "@RestController @RequestMapping(\"/a\") public class A extends Base {}",
                        SPRING + "@RestController @RequestMapping(\"/b\") public class B extends Base {}"))
                .extracting(FaultedMethod::className, FaultedMethod::service, FaultedMethod::entryPoint)
                .containsExactly(
                        tuple("com.acme.Base", "com.acme.A", "GET /a"), tuple("com.acme.Base", "com.acme.B", "GET /b"));
    }

    @Test
    void a_listener_is_reached_by_its_messages() {
        assertThat(candidates("""
                        package com.acme;
                        public class OrderListener {
                            @org.springframework.kafka.annotation.KafkaListener
                            public void on(String order) { order.trim(); }
                        }
                        """))
                .extracting(FaultedMethod::method, FaultedMethod::entryPoint)
                .containsExactly(tuple("on", "@KafkaListener"));
    }

    private static final String ROUTER = """
            package com.acme;
            import org.springframework.web.reactive.function.server.*;
            import static org.springframework.web.reactive.function.server.RequestPredicates.*;
            import static org.springframework.web.reactive.function.server.RouterFunctions.route;
            """;

    @Test
    void handlers_that_code_declares_are_the_bodies_of_lambdas_and_the_methods_that_are_referred_to() {
        assertThat(candidates(ROUTER + """
                        public class OrderHandler {
                            ServerResponse one(ServerRequest request) { return answer("one"); }
                            static ServerResponse none(ServerRequest request) { return answer2("none"); }
                            ServerResponse answer(String text) { text.trim(); return null; }
                            static ServerResponse answer2(String text) { text.trim(); return null; }
                        }
                        """, ROUTER + """
                        public class Routes {
                            public RouterFunction<ServerResponse> orders(OrderHandler handler) {
                                return route(GET("/orders"), request -> handler.answer("all"))
                                    .andRoute(GET("/orders/{id}"), handler::one)
                                    .andRoute(GET("/nothing"), OrderHandler::none)
                                    .andRoute(POST("/orders"), request -> null);
                            }
                        }
                        """))
                .extracting(FaultedMethod::shown, FaultedMethod::entryPoint)
                .containsExactly(
                        tuple("OrderHandler.one", "GET /orders/{id}"),
                        tuple("OrderHandler.none", "GET /nothing"),
                        tuple("Routes[GET /orders]", "GET /orders"),
                        tuple("Routes[POST /orders]", "POST /orders"));
    }

    @Test
    void what_only_declares_routes_runs_at_the_start_and_is_no_candidate() {
        assertThat(candidates("""
                        package com.acme;
                        import io.javalin.Javalin;
                        import static io.javalin.apibuilder.ApiBuilder.*;
                        public class Shop {
                            private final Javalin app = Javalin.create();
                            public void start() {
                                app.get("/orders", context -> context.result(text()));
                                app.routes(() -> path("/tills", () -> get("/{id}", context -> context.result("t"))));
                            }
                            public String text() { return "orders".trim(); }
                        }
                        """))
                .extracting(FaultedMethod::named, FaultedMethod::entryPoint)
                .containsExactlyInAnyOrder(
                        tuple("Shop[GET /orders]", "GET /orders"),
                        tuple("Shop[GET /tills/{id}]", "GET /tills/{id}"),
                        tuple("routes declared in code \u2192 Shop.text", "routes declared in code"));
    }

    @Test
    void a_handler_that_validates_what_it_reads_declares_no_route() {
        assertThat(candidates("""
                        package com.acme;
                        import io.javalin.Javalin;
                        import io.javalin.http.Context;
                        public class Shop {
                            public void start() {
                                Javalin.create()
                                    .get("/orders/{id}", this::one)
                                    .get("/tills/{id}", context -> context.result("" + id(context)));
                            }
                            public void one(Context context) {
                                context.result("" + context.pathParamAsClass("id", Integer.class).get());
                            }
                            private static Integer id(Context context) {
                                return context.pathParamAsClass("id", Integer.class).get();
                            }
                        }
                        """))
                .extracting(FaultedMethod::method, FaultedMethod::entryPoint)
                .containsExactlyInAnyOrder(tuple("one", "GET /orders/{id}"), tuple("id", "GET /tills/{id}"));
    }

    @Test
    void a_handler_that_calls_several_methods_is_the_lambda_itself() {
        assertThat(candidates(
                        """
                        package com.acme;
                        import io.javalin.Javalin;
                        import io.javalin.http.Context;
                        public class Shop {
                            public void start(Orders orders) {
                                Javalin.create()
                                    .get("/orders", context -> { requireLogin(context); context.result(orders.all()); })
                                    .get("/tills", context -> { requireLogin(new Request(context).context); });
                            }
                            private static void requireLogin(Context context) { context.body(); }
                            record Request(Context context) {}
                        }
                        """, "package com.acme; public class Orders { public String all() { return \"o\".trim(); } }"))
                .extracting(FaultedMethod::named, FaultedMethod::entryPoint)
                .containsExactlyInAnyOrder(
                        tuple("Shop[GET /orders]", "GET /orders"),
                        tuple("GET /tills \u2192 Shop.requireLogin", "GET /tills"));
    }
}

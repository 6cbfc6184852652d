package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Service;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpringWebSocketTest {

    private static final String ECHO = """
            package com.acme;
            public class EchoHandler extends org.springframework.web.socket.handler.TextWebSocketHandler {}
            """;
    private static final String SOCKETS = """
            package com.acme;
            import org.springframework.web.socket.config.annotation.*;
            public class Sockets implements WebSocketConfigurer {
                private final EchoHandler echo = new EchoHandler();
                public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
                    registry.addHandler(echo, "/echo");
                }
            }
            """;

    private static final String REACTIVE =
            "package com.acme; public class Reactive implements org.springframework.web.reactive.socket.WebSocketHandler {}";
    private static final String MAPPED =
            "package com.acme; import java.util.*; import org.springframework.web.reactive.*;"
                    + " import org.springframework.web.reactive.handler.*; import org.springframework.web.reactive.socket.*;"
                    + " public class Sockets { ";

    @TempDir
    Path temp;

    private List<Service> services(String... sources) {
        return Discovery.discover(BuiltProject.in(temp).main("shop", sources).index(), DiscoveryRequest.of())
                .services();
    }

    @Test
    void a_handler_is_a_service_with_the_path_that_it_is_registered_for() {
        assertThat(services(ECHO, SOCKETS))
                .extracting(Service::name, Service::reason, Service::routes)
                .containsExactly(
                        tuple("com.acme.EchoHandler", "WebSocket handler", List.of(new Route("GET", "/echo"))));
    }

    /** Shapes of the chapters "WebSocket API" of Spring's reference, for Web MVC. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "final EchoHandler echo; Sockets(EchoHandler echo) { this.echo = echo; }"
                        + " public void registerWebSocketHandlers(WebSocketHandlerRegistry r) { r.addHandler(echo, \"/echo\", \"/echo2\"); }",
                "public void registerWebSocketHandlers(WebSocketHandlerRegistry r) { r.addHandler(echo(), \"/echo\", \"/echo2\"); }"
                        + " public org.springframework.web.socket.WebSocketHandler echo() { return new EchoHandler(); }",
                "public void registerWebSocketHandlers(WebSocketHandlerRegistry r) { r.addHandler("
                        + "new org.springframework.web.socket.handler.PerConnectionWebSocketHandler(EchoHandler.class), \"/echo\", \"/echo2\"); }"
            })
    void a_registered_handler_has_all_its_paths_however_the_code_comes_by_it(String body) {
        assertThat(services(
                        ECHO,
                        "package com.acme; import org.springframework.web.socket.config.annotation.*;"
                                + " public class Sockets implements WebSocketConfigurer { " + body + " }"))
                .extracting(Service::name, Service::routes)
                .containsExactly(
                        tuple("com.acme.EchoHandler", List.of(new Route("GET", "/echo"), new Route("GET", "/echo2"))));
    }

    /** Shapes of the chapter "WebSockets" of Spring's reference, for WebFlux. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HandlerMapping mapping() { Map<String, WebSocketHandler> map = new HashMap<>();"
                        + " map.put(\"/reactive\", new Reactive()); return new SimpleUrlHandlerMapping(map, -1); }",
                "HandlerMapping mapping(Reactive handler) { SimpleUrlHandlerMapping m = new SimpleUrlHandlerMapping();"
                        + " m.setUrlMap(Map.of(\"/reactive\", handler)); return m; }",
                "SimpleUrlHandlerMapping mapping() { return new SimpleUrlHandlerMapping(map(), 1); }"
                        + " Map<String, Object> map() { return Map.ofEntries(Map.entry(\"/reactive\", new Reactive())); }"
            })
    void the_map_of_a_mapping_gives_the_paths(String body) {
        assertThat(services(REACTIVE, MAPPED + body + " }"))
                .extracting(Service::name, Service::routes)
                .containsExactly(tuple("com.acme.Reactive", List.of(new Route("GET", "/reactive"))));
    }

    @Test
    void other_maps_and_lambdas_make_no_service() {
        assertThat(services(MAPPED + "Map<String, Object> names() { Map<String, Object> map = new HashMap<>();"
                        + " map.put(\"/x\", \"y\"); map.put(\"/y\", (Runnable) () -> {}); return map; } }"))
                .isEmpty();
    }

    @Test
    void a_class_that_only_uses_sockets_is_not() {
        assertThat(
                        services(
                                "package com.acme; public class Hub { org.springframework.web.socket.WebSocketHandler handler; }"))
                .isEmpty();
    }
}

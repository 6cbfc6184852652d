package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Service;
import dev.andon.testing.FixtureBuild;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    Path temp;

    private List<Service> services(String... sources) {
        return Discovery.discover(FixtureBuild.in(temp).main("shop", sources).index(), DiscoveryRequest.of())
                .services();
    }

    @Test
    void a_handler_is_a_service_with_the_path_that_it_is_registered_for() {
        assertThat(services(ECHO, SOCKETS))
                .extracting(Service::name, Service::reason, Service::routes)
                .containsExactly(
                        tuple("com.acme.EchoHandler", "WebSocket handler", List.of(new Route("GET", "/echo"))));
    }

    @Test
    void a_class_that_only_uses_sockets_is_not() {
        assertThat(
                        services(
                                "package com.acme; public class Hub { org.springframework.web.socket.WebSocketHandler handler; }"))
                .isEmpty();
    }
}

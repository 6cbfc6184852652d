package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.Optional;
import java.util.Set;

/** Spring's WebSocket handlers, of Web MVC as of WebFlux. */
final class SpringWebSocket implements Framework {

    private static final String PACKAGE = "org.springframework.web.socket.";
    private static final Set<String> HANDLERS = Set.of(
            PACKAGE + "WebSocketHandler",
            PACKAGE + "handler.AbstractWebSocketHandler",
            PACKAGE + "handler.TextWebSocketHandler",
            PACKAGE + "handler.BinaryWebSocketHandler",
            "org.springframework.web.reactive.socket.WebSocketHandler");
    private static final String REGISTRY = PACKAGE + "config.annotation.WebSocketHandlerRegistry";
    private static final String TAKES_REGISTRY = "L" + REGISTRY.replace('.', '/') + ";";

    @Override
    public Optional<String> entryPoint(ClassView type) {
        return type.isA(HANDLERS) ? Optional.of("WebSocket handler") : Optional.empty();
    }

    @Override
    public boolean declaresRoutes(ClassFacts facts) {
        return facts.methods().stream().anyMatch(method -> method.descriptor().contains(TAKES_REGISTRY));
    }

    @Override
    public Set<String> handlerTypes() {
        return HANDLERS;
    }

    /** {@code registry.addHandler(handler, "/path")}: the connection begins with a GET request. */
    @Override
    public boolean readRoute(Call call, RouteScript script) {
        if (!call.owner().equals(REGISTRY)) {
            return false;
        }
        if (call.name().equals("addHandler")) {
            script.add("GET", script.takeConstant());
        }
        return true;
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final Set<String> PUTTING = Set.of("put", "putIfAbsent", "of", "entry");
    private static final Pattern MAPS = Pattern.compile("java\\.util\\.(?:\\w*Map|Properties)");

    @Override
    public Optional<String> entryPoint(ClassView type) {
        return type.isA(HANDLERS) ? Optional.of("WebSocket handler") : Optional.empty();
    }

    @Override
    public boolean declaresRoutes(ClassFacts facts) {
        return facts.methods().stream()
                .anyMatch(method -> method.descriptor().contains(TAKES_REGISTRY)
                        || isHandlerMapping(method.descriptor()
                                .substring(method.descriptor().indexOf(')') + 1)));
    }

    /** In Web MVC and WebFlux, of Spring's own types of mappings. */
    private static boolean isHandlerMapping(String type) {
        return type.equals("Ljava/util/Map;")
                || (type.endsWith("HandlerMapping;")
                        && (type.startsWith("Lorg/springframework/web/servlet/")
                                || type.startsWith("Lorg/springframework/web/reactive/")));
    }

    @Override
    public Set<String> handlerTypes() {
        return HANDLERS;
    }

    /**
     * {@code registry.addHandler(handler, "/path")}, and the map of paths and handlers that a {@code
     * SimpleUrlHandlerMapping} takes. The connection begins with a GET request.
     */
    @Override
    public List<PathHandler> pathHandlers(Value.Result result) {
        List<Value> arguments = result.arguments();
        String name = result.call().name();
        if (result.call().owner().equals(REGISTRY) && name.equals("addHandler") && arguments.size() == 2) {
            return List.of(new PathHandler("GET", arguments.get(1), arguments.get(0)));
        }
        List<PathHandler> entries = new ArrayList<>();
        if (MAPS.matcher(result.call().owner()).matches() && PUTTING.contains(name)) {
            for (int i = 0; i + 1 < arguments.size(); i += 2) {
                // Of a lambda, the map does not show whether it handles anything.
                if (!(arguments.get(i + 1) instanceof Value.Function)) {
                    entries.add(new PathHandler("GET", arguments.get(i), arguments.get(i + 1)));
                }
            }
        }
        return List.copyOf(entries);
    }
}

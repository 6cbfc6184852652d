package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.HandledRoute;
import dev.andon.internal.frameworks.PathHandler;
import dev.andon.internal.frameworks.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which object handles which path where code hands both to a framework, in a call or in a map. The object may be
 * made there, come from a field, a parameter or a bean method, or be wrapped into one of the framework's own.
 */
final class PathHandlers {

    private static final int STEPS = 4;

    private final Classes classes;
    private final ClassFacts facts;
    private final Map<MethodKey, MethodBody> methods;

    PathHandlers(Classes classes, ClassFacts facts) {
        this.classes = classes;
        this.facts = facts;
        this.methods = classes.index().code(facts.name());
    }

    List<HandledRoute> routes() {
        List<HandledRoute> found = new ArrayList<>();
        for (MethodBody body : methods.values()) {
            for (Effect effect : body.effects()) {
                if (effect instanceof Effect.Called called) {
                    for (Framework framework : Frameworks.ALL) {
                        for (PathHandler each : framework.pathHandlers(called.result())) {
                            new HandlerClass(framework.handlerTypes())
                                    .of(each.handler(), STEPS)
                                    .ifPresent(handler -> found.addAll(routes(each, handler)));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<HandledRoute> routes(PathHandler mapped, String handler) {
        List<HandledRoute> routes = texts(mapped.paths())
                .map(path -> new HandledRoute(
                        new Route(mapped.verb(), path.startsWith("/") ? path : "/" + path), handler, null))
                .toList();
        return routes.isEmpty() ? List.of(new HandledRoute(null, handler, null)) : routes;
    }

    private static Stream<String> texts(Value paths) {
        if (paths instanceof Value.Array array) {
            return array.elements().stream().flatMap(PathHandlers::texts);
        }
        return paths instanceof Value.Text text ? Stream.of(text.text()) : Stream.empty();
    }

    private static @Nullable String type(Value value) {
        if (value instanceof Value.Parameter parameter) {
            return parameter.type();
        }
        if (value instanceof Value.Literal literal) {
            return literal.type();
        }
        return value instanceof Value.Field field ? field.type() : null;
    }

    /** Finds the class behind an object of a framework's types of handlers. */
    private final class HandlerClass {

        private final Set<String> types;

        HandlerClass(Set<String> types) {
            this.types = types;
        }

        /** Returns the class of the build that handles the requests; none where the code does not show it. */
        Optional<String> of(Value value, int steps) {
            if (steps == 0) {
                return Optional.empty();
            }
            if (value instanceof Value.Created created) {
                // Spring's own decorators, and its handler that makes one object for each connection, name the real
                // one.
                return own(created.type()).or(() -> created.arguments().stream()
                        .flatMap(argument -> of(argument, steps - 1).stream())
                        .findFirst());
            }
            if (value instanceof Value.Function) {
                return Optional.of(facts.name());
            }
            if (value instanceof Value.Result result) {
                MethodKey key = MethodKey.of(result.call());
                return own(key.returnType()).or(() -> returned(result, key, steps));
            }
            return own(type(value));
        }

        private Optional<String> returned(Value.Result result, MethodKey key, int steps) {
            MethodBody body = result.call().owner().equals(facts.name()) ? methods.get(key) : null;
            return body == null
                    ? Optional.empty()
                    : body.effects().stream()
                            .filter(Effect.Returned.class::isInstance)
                            .flatMap(back -> of(((Effect.Returned) back).value(), steps - 1).stream())
                            .findFirst();
        }

        private Optional<String> own(@Nullable String type) {
            return Optional.ofNullable(type)
                    .filter(name -> classes.isA(name, types))
                    .filter(name -> classes.index()
                            .find(name)
                            .filter(found -> found.root() != null)
                            .isPresent());
        }
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodKey;
import org.jspecify.annotations.Nullable;

/**
 * A route that code declares, and the class that handles it.
 *
 * @param route the route, null where its path is not a constant
 * @param handler the binary name of the class that handles its requests
 * @param method the method of that class that does, a lambda's body too; null where the code does not show it
 */
public record HandledRoute(
        @Nullable Route route, String handler, @Nullable MethodKey method) {

    HandledRoute below(String prefix) {
        return route == null
                ? this
                : new HandledRoute(
                        new Route(route.verb(), RouteTemplates.join(prefix, route.template())), handler, method);
    }
}

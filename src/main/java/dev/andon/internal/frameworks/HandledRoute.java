package dev.andon.internal.frameworks;

import org.jspecify.annotations.Nullable;

/**
 * A route that code declares, and the class that handles it.
 *
 * @param route the route, null where its path is not a constant
 * @param handler the binary name of the class that handles its requests
 */
public record HandledRoute(@Nullable Route route, String handler) {

    HandledRoute below(String prefix) {
        return route == null
                ? this
                : new HandledRoute(new Route(route.verb(), RouteTemplates.join(prefix, route.template())), handler);
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of reading one method that declares routes, call by call: the constant and the handler that were loaded
 * last, the routes so far, and the prefixes that are still open. Frameworks read a call by {@link Framework#readRoute}.
 */
public final class RouteScript {

    private final String declaredIn;
    private final List<HandledRoute> routes = new ArrayList<>();
    private final List<HandledRoute> group = new ArrayList<>();
    private final Deque<Nest> nests = new ArrayDeque<>();
    private @Nullable String constant;
    private @Nullable String groupPrefix;
    private @Nullable String handler;
    private @Nullable MethodKey handling;
    private @Nullable String verb;
    private Optional<String> template = Optional.empty();

    /** A prefix for all routes from that one on. */
    private record Nest(String prefix, int firstRoute) {}

    /** Begins a method of the class of that name, which handles the routes that name no other handler. */
    public RouteScript(String declaredIn) {
        this.declaredIn = declaredIn;
    }

    /** Notes that a constant is loaded; null if it cannot be a path. */
    public void load(@Nullable String text) {
        constant = text;
    }

    /** Notes which class handles the next route. */
    public void handleBy(String className) {
        handleBy(className, null);
    }

    /** Notes which method of which class handles the next route. */
    public void handleBy(String className, @Nullable MethodKey method) {
        handler = className;
        handling = method;
    }

    /** Adds the routes of a lambda; the constant that was loaded last is their prefix if the next call says so. */
    public void group(List<HandledRoute> inner) {
        groupPrefix = constant;
        group.addAll(inner);
    }

    /** Ends the method, and returns its routes. */
    public List<HandledRoute> end() {
        leaveGroup();
        return routes;
    }

    Optional<String> takeConstant() {
        Optional<String> taken = Optional.ofNullable(constant);
        constant = null;
        return taken;
    }

    /** Adds a route, with no template where its path is not a constant. */
    void add(String verb, Optional<String> template) {
        addHandled(template.map(path -> new Route(verb, RouteTemplates.join("", path)))
                .orElse(null));
        dropHandler();
    }

    /** Adds routes that one handler serves. */
    void addAll(List<Route> served) {
        served.forEach(this::addHandled);
        dropHandler();
    }

    private void addHandled(@Nullable Route route) {
        routes.add(new HandledRoute(route, handler == null ? declaredIn : handler, handling));
    }

    private void dropHandler() {
        handler = null;
        handling = null;
    }

    /** Keeps verb and path until {@link #addPending} says that they are a route. */
    void pending(String verb, Optional<String> template) {
        this.verb = verb;
        this.template = template;
    }

    boolean hasPending() {
        return verb != null;
    }

    void addPending() {
        add(String.valueOf(verb), template);
        verb = null;
    }

    void openNest(String prefix) {
        nests.push(new Nest(prefix, routes.size()));
    }

    /** Drops the innermost prefix, and returns it. */
    Optional<String> takeNest() {
        return nests.isEmpty() ? Optional.empty() : Optional.of(nests.pop().prefix());
    }

    /** Puts the innermost prefix before the routes that came after it. */
    void closeNest() {
        leaveGroup();
        if (!nests.isEmpty()) {
            Nest nest = nests.pop();
            for (int i = nest.firstRoute(); i < routes.size(); i++) {
                routes.set(i, routes.get(i).below(nest.prefix()));
            }
        }
    }

    /** Adds the routes of the lambda below its prefix. */
    void closeGroup() {
        String prefix = groupPrefix == null ? "" : groupPrefix;
        group.forEach(handled -> routes.add(handled.below(prefix)));
        group.clear();
        groupPrefix = null;
        constant = null;
    }

    /** Adds the routes of the lambda as they are. */
    void leaveGroup() {
        routes.addAll(group);
        group.clear();
    }
}

package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the routes that code declares: Spring's {@code RouterFunction}s, Javalin's {@code app.get("/x", …)} and
 * {@code ApiBuilder}. A route belongs to the class that handles it: the one that a method reference, an instance or a
 * lambda's only call names, else the class that declares the route.
 */
final class CodeRoutes {

    private static final Pattern PATH = Pattern.compile("[^\\s%]*");
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Set<String> REQUESTS = Set.of(
            "Lorg/springframework/web/reactive/function/server/ServerRequest;",
            "Lorg/springframework/web/servlet/function/ServerRequest;",
            "Lio/javalin/http/Context;");
    private static final Set<String> HANDLERS = Set.of(
            "org.springframework.web.reactive.function.server.HandlerFunction",
            "org.springframework.web.servlet.function.HandlerFunction",
            "io.javalin.http.Handler",
            "io.javalin.apibuilder.CrudHandler");
    private static final Set<String> ROUTER_FUNCTIONS = Set.of(
            ")Lorg/springframework/web/reactive/function/server/RouterFunction;",
            ")Lorg/springframework/web/servlet/function/RouterFunction;");

    private final Classes classes;

    CodeRoutes(Classes classes) {
        this.classes = classes;
    }

    /** One route, null where its path is no constant, and the class that handles it. */
    record Handled(@Nullable Route route, String handler) {

        private Handled below(String prefix) {
            return route == null
                    ? this
                    : new Handled(new Route(route.verb(), RouteTemplates.join(prefix, route.template())), handler);
        }
    }

    /** Returns whether a class declares a bean of Spring's functional routes. */
    static boolean declaresRouterFunction(ClassFacts facts) {
        return facts.methods().stream()
                .anyMatch(method -> ROUTER_FUNCTIONS.stream().anyMatch(method.descriptor()::endsWith));
    }

    /** Returns whether a class handles Javalin's requests, or takes part in setting Javalin up, as its declaration says. */
    static boolean namesJavalin(ClassFacts facts) {
        return facts.interfaces().stream().anyMatch(type -> type.startsWith("io.javalin."))
                || facts.fields().stream().anyMatch(field -> field.type().startsWith("io.javalin."))
                || facts.methods().stream()
                        .anyMatch(method -> method.descriptor().contains("Lio/javalin/"));
    }

    /** Returns the routes that a class declares, by order of its code. */
    List<Handled> of(ClassFacts facts) {
        Map<MethodKey, List<Step>> steps = classes.index().steps(facts.name());
        Set<MethodKey> expanded = new HashSet<>();
        Map<MethodKey, List<Handled>> found = new LinkedHashMap<>();
        for (MethodFacts method : facts.methods()) {
            MethodKey key = MethodKey.of(method);
            found.put(key, new Reading(facts, steps, expanded).of(key));
        }
        List<Handled> routes = new ArrayList<>();
        found.forEach((key, handled) -> {
            if (!expanded.contains(key)) {
                routes.addAll(handled);
            }
        });
        return routes.stream().distinct().toList();
    }

    /** Reads one method, and the lambdas in it where they stand. */
    private final class Reading {

        private final ClassFacts facts;
        private final Map<MethodKey, List<Step>> steps;
        private final Set<MethodKey> expanded;
        private final Deque<MethodKey> path = new ArrayDeque<>();

        Reading(ClassFacts facts, Map<MethodKey, List<Step>> steps, Set<MethodKey> expanded) {
            this.facts = facts;
            this.steps = steps;
            this.expanded = expanded;
        }

        List<Handled> of(MethodKey method) {
            if (path.contains(method)) {
                return List.of();
            }
            path.push(method);
            State state = new State();
            steps.getOrDefault(method, List.of()).forEach(step -> read(step, state));
            path.pop();
            state.routes.addAll(state.group);
            return state.routes;
        }

        private void read(Step step, State state) {
            if (step instanceof Step.Constant constant) {
                // Where the path is no constant, one that was loaded before, such as a log message, must not stand in.
                state.constant = PATH.matcher(constant.value()).matches() ? constant.value() : null;
            } else if (step instanceof Step.Reference reference) {
                refer(reference.call(), state);
            } else if (step instanceof Step.Read read && classes.isA(read.type(), HANDLERS)) {
                state.handler = read.type();
            } else if (step instanceof Step.Invocation invocation) {
                call(invocation.call(), state);
            }
        }

        private void refer(Call call, State state) {
            if (REQUESTS.stream().anyMatch(call.descriptor()::contains)) {
                state.handler = handler(call);
            } else if (call.owner().equals(facts.name()) && steps.containsKey(MethodKey.of(call))) {
                expanded.add(MethodKey.of(call));
                state.groupPrefix = state.constant;
                state.group.addAll(of(MethodKey.of(call)));
            }
        }

        /** A lambda that only hands the request on to another class of the build stands for that class. */
        private String handler(Call call) {
            if (!call.owner().equals(facts.name())) {
                return call.owner();
            }
            return steps.getOrDefault(MethodKey.of(call), List.of()).stream()
                    .filter(Step.Invocation.class::isInstance)
                    .map(step -> ((Step.Invocation) step).call())
                    .filter(inner -> REQUESTS.stream()
                            .anyMatch(request -> parameters(inner).contains(request)))
                    .map(Call::owner)
                    .filter(owner -> classes.index()
                            .find(owner)
                            .filter(type -> type.root() != null)
                            .isPresent())
                    .findFirst()
                    .orElse(facts.name());
        }

        private void call(Call call, State state) {
            String name = call.name();
            String owner = call.owner();
            if (name.equals("<init>")) {
                if (classes.isA(owner, HANDLERS)) {
                    state.handler = owner;
                }
            } else if (owner.startsWith("io.javalin.") && !owner.startsWith("io.javalin.http.")) {
                javalin(call, state);
            } else if (owner.endsWith(".function.server.RequestPredicates")
                    || owner.endsWith(".servlet.function.RequestPredicates")) {
                predicate(name, state);
            } else if (owner.startsWith("org.springframework.web.") && owner.contains(".function.")) {
                routerFunction(name, state);
            }
        }

        private void javalin(Call call, State state) {
            String name = call.name();
            String verb = name.toUpperCase(Locale.ROOT);
            if (VERBS.contains(verb) || name.equals("ws") || name.equals("sse")) {
                // In ApiBuilder a verb without a path answers the path around it.
                Optional<String> path =
                        parameters(call).startsWith("(Ljava/lang/String;") ? state.takeConstant() : Optional.of("");
                state.add(VERBS.contains(verb) ? verb : "GET", path, facts.name());
            } else if (name.equals("crud")) {
                state.takeConstant().ifPresent(path -> crud(path, state));
            } else if (name.equals("path")) {
                state.closeGroup();
            } else {
                state.leaveGroup();
            }
        }

        private void crud(String one, State state) {
            String all = one.contains("/") ? one.substring(0, one.lastIndexOf('/')) : "";
            String handler = state.handler == null ? facts.name() : state.handler;
            for (String verb : List.of("GET", "PATCH", "DELETE")) {
                state.routes.add(new Handled(new Route(verb, RouteTemplates.join("", one)), handler));
            }
            for (String verb : List.of("GET", "POST")) {
                state.routes.add(new Handled(new Route(verb, RouteTemplates.join("", all)), handler));
            }
            state.handler = null;
        }

        private void predicate(String name, State state) {
            if (VERBS.contains(name)) {
                state.verb = name;
                state.template = state.takeConstant();
            } else if (name.equals("path")) {
                state.nests.push(Map.entry(state.takeConstant().orElse(""), state.routes.size()));
            }
        }

        private void routerFunction(String name, State state) {
            if (VERBS.contains(name)) {
                state.add(name, state.takeConstant(), facts.name());
            } else if ((name.equals("route") || name.equals("andRoute")) && state.verb != null) {
                state.add(state.verb, state.template, facts.name());
                state.verb = null;
            } else if (name.equals("route") || name.equals("andRoute")) {
                state.nest().ifPresent(prefix -> state.add("*", Optional.of(prefix), facts.name()));
            } else if (name.equals("nest") || name.equals("andNest")) {
                state.closeNest();
            } else if (name.equals("path")) {
                state.closeGroup();
            } else if (name.equals("build")) {
                state.leaveGroup();
            }
        }
    }

    private static String parameters(Call call) {
        return call.descriptor().substring(0, call.descriptor().indexOf(')'));
    }

    /** What the steps so far leave for the next call. */
    private static final class State {

        private final List<Handled> routes = new ArrayList<>();
        private final List<Handled> group = new ArrayList<>();
        private final Deque<Map.Entry<String, Integer>> nests = new ArrayDeque<>();
        private @Nullable String constant;
        private @Nullable String groupPrefix;
        private @Nullable String handler;
        private @Nullable String verb;
        private Optional<String> template = Optional.empty();

        Optional<String> takeConstant() {
            Optional<String> taken = Optional.ofNullable(constant);
            constant = null;
            return taken;
        }

        void add(String verb, Optional<String> template, String fallback) {
            Route route = template.map(path -> new Route(verb, RouteTemplates.join("", path)))
                    .orElse(null);
            routes.add(new Handled(route, handler == null ? fallback : handler));
            handler = null;
        }

        Optional<String> nest() {
            return nests.isEmpty() ? Optional.empty() : Optional.of(nests.pop().getKey());
        }

        void closeNest() {
            leaveGroup();
            if (!nests.isEmpty()) {
                Map.Entry<String, Integer> nest = nests.pop();
                for (int i = nest.getValue(); i < routes.size(); i++) {
                    routes.set(i, routes.get(i).below(nest.getKey()));
                }
            }
        }

        void closeGroup() {
            String prefix = groupPrefix == null ? "" : groupPrefix;
            group.forEach(handled -> routes.add(handled.below(prefix)));
            group.clear();
            groupPrefix = null;
            constant = null;
        }

        void leaveGroup() {
            routes.addAll(group);
            group.clear();
        }
    }

    /** Returns the routes of several classes, by the class that handles them. */
    Map<String, List<Route>> byHandler(List<ClassFacts> declaring) {
        Map<String, List<Route>> routes = new HashMap<>();
        for (ClassFacts facts : declaring) {
            for (Handled handled : of(facts)) {
                List<Route> known = routes.computeIfAbsent(handled.handler(), ignored -> new ArrayList<>());
                Route route = handled.route();
                if (route != null && !known.contains(route)) {
                    known.add(route);
                }
            }
        }
        return routes;
    }
}

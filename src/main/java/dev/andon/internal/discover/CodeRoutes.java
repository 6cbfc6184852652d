package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.HandledRoute;
import dev.andon.internal.frameworks.RouteScript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the routes that code declares, for example {@code app.get("/x", …)}. A route belongs to the class that handles
 * it: the one that a method reference, an instance or the only own method that a lambda calls names, else the class that declares the
 * route.
 */
final class CodeRoutes {

    private static final Pattern PATH = Pattern.compile("[^\\s%]*");
    private static final Set<String> HANDLERS = Frameworks.union(Framework::handlerTypes);
    private static final Set<String> REQUESTS = Frameworks.union(Framework::handledRequestTypes);

    private final Classes classes;
    private final Set<MethodRef> declaring = new HashSet<>();

    CodeRoutes(Classes classes) {
        this.classes = classes;
    }

    /** Returns the routes that several classes declare, by the class that handles them. */
    Map<String, List<HandledRoute>> byHandler(List<ClassFacts> declaring) {
        Map<String, List<HandledRoute>> routes = new HashMap<>();
        for (ClassFacts facts : declaring) {
            of(facts).forEach(handled -> routes.computeIfAbsent(handled.handler(), ignored -> new ArrayList<>())
                    .add(handled));
        }
        return routes;
    }

    /** Returns the methods, of the classes read so far, that declare routes: they run when the application starts. */
    Set<MethodRef> declaring() {
        return declaring;
    }

    /** Returns the routes that a class declares, in the order of its code. */
    private List<HandledRoute> of(ClassFacts facts) {
        Map<MethodKey, List<Step>> steps = new HashMap<>();
        classes.index().code(facts.name()).forEach((key, body) -> steps.put(key, body.steps()));
        Set<MethodKey> expanded = new HashSet<>();
        Map<MethodKey, List<HandledRoute>> found = new LinkedHashMap<>();
        for (MethodFacts method : facts.methods()) {
            MethodKey key = MethodKey.of(method);
            found.put(key, new Reading(facts, steps, expanded).of(key));
        }
        List<HandledRoute> routes = new ArrayList<>();
        found.forEach((key, handled) -> {
            if (!handled.isEmpty()) {
                declaring.add(new MethodRef(facts.name(), key));
            }
            if (!expanded.contains(key)) {
                routes.addAll(handled);
            }
        });
        routes.addAll(new PathHandlers(classes, facts).routes());
        return routes.stream().distinct().toList();
    }

    /** Reads one method, and the lambdas in it at the place where they are used. */
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

        List<HandledRoute> of(MethodKey method) {
            if (path.contains(method)) {
                return List.of();
            }
            path.push(method);
            RouteScript script = new RouteScript(facts.name());
            steps.getOrDefault(method, List.of()).forEach(step -> read(step, script));
            path.pop();
            return script.end();
        }

        private void read(Step step, RouteScript script) {
            if (step instanceof Step.Constant constant) {
                // Without this, a log message loaded earlier would pass for a path that is not a constant.
                script.load(PATH.matcher(constant.value()).matches() ? constant.value() : null);
            } else if (step instanceof Step.Reference reference) {
                refer(reference.call(), script);
            } else if (step instanceof Step.Read read && classes.isA(read.type(), HANDLERS)) {
                script.handleBy(read.type());
            } else if (step instanceof Step.Invocation invocation) {
                call(invocation.call(), script);
            }
        }

        private void refer(Call call, RouteScript script) {
            if (REQUESTS.stream().anyMatch(call.descriptor()::contains)) {
                Call handling = handling(call);
                script.handleBy(handling.owner(), MethodKey.of(handling));
            } else if (call.owner().equals(facts.name()) && steps.containsKey(MethodKey.of(call))) {
                expanded.add(MethodKey.of(call));
                script.group(of(MethodKey.of(call)));
            }
        }

        /**
         * Returns the method that a lambda passes the request to, if that is the only method of the build that it calls, else
         * the lambda's own: where it calls several, the first may check something before another does the work.
         */
        private Call handling(Call call) {
            if (!call.owner().equals(facts.name())) {
                return call;
            }
            List<Call> own = steps.getOrDefault(MethodKey.of(call), List.of()).stream()
                    .filter(Step.Invocation.class::isInstance)
                    .map(step -> ((Step.Invocation) step).call())
                    .filter(inner -> !inner.name().equals("<init>"))
                    .filter(inner -> classes.index()
                            .find(inner.owner())
                            .filter(type -> type.root() != null)
                            .isPresent())
                    .toList();
            return own.size() == 1 && REQUESTS.stream().anyMatch(parameters(own.get(0))::contains) ? own.get(0) : call;
        }

        private void call(Call call, RouteScript script) {
            if (!call.name().equals("<init>")) {
                Frameworks.any(framework -> framework.readRoute(call, script));
            } else if (classes.isA(call.owner(), HANDLERS)) {
                script.handleBy(call.owner());
            } else if (call.owner().startsWith(facts.name() + "$")) {
                passesRequestTo(call.owner()).ifPresent(script::handleBy);
            }
        }
    }

    /** A lambda or callable reference that Kotlin compiles to a class of its own hands the request on. */
    private Optional<String> passesRequestTo(String lambda) {
        return classes.index().code(lambda).values().stream()
                .flatMap(body -> body.calls().stream())
                .filter(call -> !call.owner().equals(lambda)
                        && REQUESTS.stream().anyMatch(parameters(call)::contains)
                        && classes.index().graph().isProduction(call.owner()))
                .map(Call::owner)
                .findFirst();
    }

    private static String parameters(Call call) {
        return call.descriptor().substring(0, call.descriptor().indexOf(')'));
    }
}

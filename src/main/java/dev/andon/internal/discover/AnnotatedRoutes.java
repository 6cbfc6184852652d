package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.ClassView;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.frameworks.RouteTemplates;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the routes that the annotations of a class and its supertypes declare. */
final class AnnotatedRoutes {

    private static final List<String> NO_PREFIX = List.of("");

    private final Classes classes;

    AnnotatedRoutes(Classes classes) {
        this.classes = classes;
    }

    /** The routes of a class, and which of its supertypes declare them. */
    record Declared(List<Route> routes, List<String> holders) {}

    Declared of(ClassView type) {
        List<String> prefixes = prefixes(type);
        Set<Route> routes = new LinkedHashSet<>();
        List<String> holders = new ArrayList<>();
        for (ClassFacts each : type.hierarchy()) {
            boolean holds = false;
            for (MethodFacts method : each.methods()) {
                holds |= add(type, method, prefixes, routes);
            }
            boolean inherited = !Classes.isSame(each, type.facts());
            if (inherited
                    && (holds || prefixes(classes.resolved(each.annotations())).isPresent())) {
                holders.add(each.name());
            }
        }
        List<AnnotationFacts> own = classes.resolved(type.facts().annotations());
        Frameworks.ALL.forEach(framework -> routes.addAll(framework.classRoutes(own)));
        return new Declared(List.copyOf(routes), holders);
    }

    /** Returns what reaches each method that annotations map requests or messages to: its first route, or the annotation. */
    Map<MethodKey, String> byMethod(ClassView type) {
        List<String> prefixes = prefixes(type);
        Map<MethodKey, String> found = new LinkedHashMap<>();
        for (ClassFacts each : type.hierarchy()) {
            for (MethodFacts method : each.methods()) {
                Set<Route> routes = new LinkedHashSet<>();
                boolean mapped = add(type, method, prefixes, routes);
                if (mapped || !routes.isEmpty()) {
                    found.putIfAbsent(
                            MethodKey.of(method),
                            routes.stream()
                                    .findFirst()
                                    .map(Route::toString)
                                    .orElseGet(() -> "@"
                                            + ClassNames.simpleName(
                                                    method.annotations().get(0).type())));
                }
            }
        }
        return found;
    }

    private List<String> prefixes(ClassView type) {
        return type.hierarchy().stream()
                .map(each -> prefixes(classes.resolved(each.annotations())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NO_PREFIX);
    }

    private static Optional<List<String>> prefixes(List<AnnotationFacts> annotations) {
        for (AnnotationFacts annotation : annotations) {
            Optional<List<String>> prefixes = Frameworks.first(Framework::routePrefixes, annotation);
            if (prefixes.isPresent()) {
                return prefixes;
            }
        }
        return Optional.empty();
    }

    /** Adds the routes of a method, and returns whether it declares any or carries any other mapping. */
    private boolean add(ClassView type, MethodFacts method, List<String> prefixes, Set<Route> routes) {
        if (method.annotations().isEmpty()) {
            return false;
        }
        List<AnnotationFacts> annotations = classes.resolved(method.annotations());
        boolean mapped = false;
        for (Framework framework : Frameworks.ALL) {
            for (Route route : framework.routes(method, annotations)) {
                mapped = true;
                prefixes.forEach(
                        prefix -> routes.add(new Route(route.verb(), RouteTemplates.join(prefix, route.template()))));
            }
            routes.addAll(framework.operations(type, method, annotations));
        }
        return mapped
                || annotations.stream().anyMatch(annotation -> Frameworks.any(Framework::isMapping, annotation.type()));
    }
}

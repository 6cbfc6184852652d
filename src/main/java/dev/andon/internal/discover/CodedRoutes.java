package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.HandledRoute;
import dev.andon.internal.frameworks.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The routes that the code of a build declares, by the class that handles them: in each module by the module's own. */
final class CodedRoutes {

    private final Map<String, List<HandledRoute>> byHandler = new HashMap<>();
    private final Set<MethodRef> declaring = new HashSet<>();

    private CodedRoutes() {}

    /** Reads the code of those candidates that may declare routes, and of no others. */
    static CodedRoutes of(Classes classes, List<ClassFacts> candidates) {
        Set<String> modules = candidates.stream()
                .filter(facts -> Frameworks.any(Framework::isSetUpIn, facts))
                .map(CodedRoutes::module)
                .collect(Collectors.toSet());
        CodedRoutes routes = new CodedRoutes();
        candidates.stream()
                .filter(facts -> modules.contains(module(facts)) || Frameworks.any(Framework::declaresRoutes, facts))
                .collect(Collectors.groupingBy(CodedRoutes::module))
                .forEach((module, own) -> routes.read(classes, module, own));
        return routes;
    }

    private void read(Classes classes, String module, List<ClassFacts> own) {
        Set<String> loaded = new HashSet<>();
        CodeRoutes code = new CodeRoutes(new Classes(classes.index().finding(firstOf(classes, module, loaded))));
        code.byHandler(own).forEach((handler, found) -> byHandler
                .computeIfAbsent(
                        loaded.contains(handler) ? key(module, handler) : handler, ignored -> new ArrayList<>())
                .addAll(found));
        declaring.addAll(code.declaring());
    }

    /** Of classes with one name in several modules, each module's code means its own. */
    private static Map<String, ClassFacts> firstOf(Classes classes, String module, Set<String> names) {
        Map<String, ClassFacts> first = new HashMap<>();
        for (ClassFacts facts : classes.index().classes()) {
            if (module(facts).equals(module) && names.add(facts.name())) {
                first.put(facts.name(), facts);
            }
        }
        return first;
    }

    /** Returns whether the class handles a route, whose path may be unknown. */
    boolean has(ClassFacts facts) {
        return byHandler.containsKey(facts.name()) || byHandler.containsKey(key(module(facts), facts.name()));
    }

    /** Returns the routes that the class handles. */
    List<Route> of(ClassFacts facts) {
        return handled(facts).stream()
                .map(HandledRoute::route)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns its methods that handle a route, bodies of lambdas too, with the first route or what is said in its place. */
    Map<MethodKey, String> methods(ClassFacts facts, String unknown) {
        Map<MethodKey, String> methods = new LinkedHashMap<>();
        for (HandledRoute handled : handled(facts)) {
            MethodKey method = handled.method();
            if (method != null) {
                Route route = handled.route();
                methods.merge(
                        method,
                        route == null ? unknown : route.toString(),
                        (one, other) -> one.equals(unknown) ? other : one);
            }
        }
        return methods;
    }

    /** Returns whether a method declares routes, so that it runs when the application starts. */
    boolean isDeclaredBy(ClassFacts facts, MethodKey method) {
        return declaring.contains(new MethodRef(facts.name(), method));
    }

    private List<HandledRoute> handled(ClassFacts facts) {
        return byHandler.getOrDefault(
                key(module(facts), facts.name()), byHandler.getOrDefault(facts.name(), List.of()));
    }

    static String key(String module, String className) {
        return module + " " + className;
    }

    private static String module(ClassFacts facts) {
        return facts.root() == null ? "" : facts.root().module();
    }
}

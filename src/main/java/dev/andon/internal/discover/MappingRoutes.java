package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the routes that annotations declare: Spring's, JAX-RS's and Micronaut's mappings, and servlets' patterns. */
final class MappingRoutes {

    private static final String SPRING = "org.springframework.web.bind.annotation.";
    private static final String SPRING_EXCHANGE = "org.springframework.web.service.annotation.";
    private static final String MICRONAUT = "io.micronaut.http.annotation.";
    private static final List<String> JAX_RS = List.of("jakarta.ws.rs.", "javax.ws.rs.");
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final Classes classes;

    MappingRoutes(Classes classes) {
        this.classes = classes;
    }

    /** What the mappings of a class and its supertypes declare. */
    record Mapped(List<Route> routes, List<String> holders) {}

    Mapped of(ClassFacts facts) {
        List<ClassFacts> hierarchy = classes.hierarchy(facts);
        List<String> prefixes = hierarchy.stream()
                .map(type -> prefixes(classes.resolved(type.annotations())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of(""));
        Set<Route> routes = new LinkedHashSet<>();
        List<String> holders = new ArrayList<>();
        for (ClassFacts type : hierarchy) {
            boolean holds = false;
            for (MethodFacts method : type.methods()) {
                for (AnnotationFacts annotation : classes.resolved(method.annotations())) {
                    holds |= isMapping(annotation);
                }
                for (Route route : routes(classes.resolved(method.annotations()))) {
                    holds = true;
                    prefixes.forEach(prefix ->
                            routes.add(new Route(route.verb(), RouteTemplates.join(prefix, route.template()))));
                }
            }
            if ((holds || prefixes(classes.resolved(type.annotations())).isPresent()) && !Classes.isSame(type, facts)) {
                holders.add(type.name());
            }
        }
        routes.addAll(servletRoutes(facts));
        return new Mapped(List.copyOf(routes), holders);
    }

    /** Returns whether the annotation maps requests or messages to a method or class. */
    private static boolean isMapping(AnnotationFacts annotation) {
        String type = annotation.type();
        return (type.startsWith(SPRING) && type.endsWith("Mapping"))
                || (type.startsWith(SPRING_EXCHANGE) && type.endsWith("Exchange"))
                || (type.startsWith("org.springframework.messaging.") && type.endsWith("Mapping"))
                || (type.startsWith("org.springframework.graphql.") && type.endsWith("Mapping"));
    }

    /** Returns whether any method or the class itself, or a supertype, carries a mapping. */
    boolean hasMappings(ClassFacts facts) {
        return classes.hierarchy(facts).stream()
                .anyMatch(type -> classes.resolved(type.annotations()).stream().anyMatch(MappingRoutes::isMapping)
                        || type.methods().stream().anyMatch(method -> classes.resolved(method.annotations()).stream()
                                .anyMatch(MappingRoutes::isMapping)));
    }

    private static Optional<List<String>> prefixes(List<AnnotationFacts> annotations) {
        for (AnnotationFacts annotation : annotations) {
            String type = annotation.type();
            if (type.equals(SPRING + "RequestMapping")
                    || type.equals(SPRING_EXCHANGE + "HttpExchange")
                    || type.equals(MICRONAUT + "Controller")
                    || isJaxRs(type, "Path")) {
                List<String> texts = RouteTemplates.texts(annotation, "path", "value", "url");
                return Optional.of(texts.isEmpty() ? List.of("") : texts);
            }
        }
        return Optional.empty();
    }

    private List<Route> routes(List<AnnotationFacts> annotations) {
        List<Route> routes = new ArrayList<>();
        List<String> jaxRsVerbs = new ArrayList<>();
        List<String> jaxRsPaths = List.of("");
        for (AnnotationFacts annotation : annotations) {
            String type = annotation.type();
            String simple = Classes.simpleName(type);
            if (type.equals(SPRING + "RequestMapping")) {
                // A composed mapping brings its base along, without the path that is written upon itself.
                if (routes.isEmpty()) {
                    List<String> verbs = RouteTemplates.texts(annotation, "method");
                    add(routes, verbs.isEmpty() ? List.of("*") : verbs, annotation, annotations);
                }
            } else if (type.startsWith(SPRING) && simple.endsWith("Mapping") && !simple.equals("Mapping")) {
                add(routes, List.of(verb(simple, "Mapping")), annotation, annotations);
            } else if (type.startsWith(SPRING_EXCHANGE) && simple.endsWith("Exchange")) {
                if (routes.isEmpty()) {
                    List<String> verbs = RouteTemplates.texts(annotation, "method");
                    boolean general = simple.equals("HttpExchange");
                    add(
                            routes,
                            !general ? List.of(verb(simple, "Exchange")) : verbs.isEmpty() ? List.of("*") : verbs,
                            annotation,
                            annotations);
                }
            } else if (type.startsWith(MICRONAUT) && VERBS.contains(simple.toUpperCase(Locale.ROOT))) {
                add(routes, List.of(simple.toUpperCase(Locale.ROOT)), annotation, annotations);
            } else if (isJaxRs(type, "Path")) {
                jaxRsPaths = RouteTemplates.texts(annotation, "value");
            } else if (VERBS.contains(simple) && isJaxRs(type, simple)) {
                jaxRsVerbs.add(simple);
            } else if (isJaxRs(type, "HttpMethod") && jaxRsVerbs.isEmpty()) {
                jaxRsVerbs.addAll(RouteTemplates.texts(annotation, "value"));
            }
        }
        for (String verb : jaxRsVerbs) {
            jaxRsPaths.forEach(path -> routes.add(new Route(verb, path)));
        }
        return routes;
    }

    private static String verb(String simpleName, String suffix) {
        return simpleName.substring(0, simpleName.length() - suffix.length()).toUpperCase(Locale.ROOT);
    }

    private static void add(
            List<Route> routes, List<String> verbs, AnnotationFacts annotation, List<AnnotationFacts> around) {
        List<String> paths = RouteTemplates.texts(annotation, "path", "value", "uri", "uris", "url");
        if (paths.isEmpty()) {
            paths = around.stream()
                    .map(MappingRoutes::aliasedPaths)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of(""));
        }
        for (String verb : verbs) {
            paths.forEach(path -> routes.add(new Route(verb, path)));
        }
    }

    /** A mapping annotation of the user's own hands its path on to Spring's by an alias. */
    private static List<String> aliasedPaths(AnnotationFacts annotation) {
        return RouteTemplates.texts(annotation, "path", "value").stream()
                .filter(text -> text.startsWith("/"))
                .toList();
    }

    private List<Route> servletRoutes(ClassFacts facts) {
        return classes.resolved(facts.annotations()).stream()
                .filter(annotation -> annotation.type().endsWith(".servlet.annotation.WebServlet"))
                .flatMap(annotation -> RouteTemplates.texts(annotation, "urlPatterns", "value").stream())
                .map(pattern -> new Route("*", RouteTemplates.join("", pattern)))
                .toList();
    }

    static boolean isJaxRs(String type, String simpleName) {
        return JAX_RS.stream().anyMatch(prefix -> type.equals(prefix + simpleName));
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads paths and verbs from mapping annotations. */
final class MappedPaths {

    /** The HTTP methods that mappings name. */
    static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private MappedPaths() {}

    /** Returns the paths that a mapping of a class puts before those of its methods. */
    static List<String> prefixes(AnnotationFacts annotation) {
        List<String> paths = RouteTemplates.texts(annotation, "path", "value", "url");
        return paths.isEmpty() ? List.of("") : paths;
    }

    /** Returns the verbs in the attribute {@code method}, {@code *} where it names none. */
    static List<String> verbs(AnnotationFacts annotation) {
        List<String> verbs = RouteTemplates.texts(annotation, "method");
        return verbs.isEmpty() ? List.of("*") : verbs;
    }

    /**
     * Returns the routes of one mapping.
     *
     * @param verbs its verbs
     * @param mapping the mapping
     * @param around all annotations of the method: an annotation of the user's own may pass its path on by an alias
     */
    static List<Route> routes(List<String> verbs, AnnotationFacts mapping, List<AnnotationFacts> around) {
        List<String> paths = RouteTemplates.texts(mapping, "path", "value", "uri", "uris", "url");
        if (paths.isEmpty()) {
            paths = around.stream()
                    .map(MappedPaths::aliased)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of(""));
        }
        List<Route> routes = new ArrayList<>();
        for (String verb : verbs) {
            paths.forEach(path -> routes.add(new Route(verb, path)));
        }
        return routes;
    }

    private static List<String> aliased(AnnotationFacts annotation) {
        return RouteTemplates.texts(annotation, "path", "value").stream()
                .filter(text -> text.startsWith("/"))
                .toList();
    }

    /** Returns whether a text of a client's annotation names a server that is not the one of the test itself. */
    static boolean isServer(Object text) {
        String server = text.toString();
        return !server.isEmpty()
                && !server.startsWith("/")
                && !server.contains("localhost")
                && !server.contains("127.0.0.1")
                && !server.contains("server.port");
    }
}

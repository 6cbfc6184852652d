package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Annotated servlets. */
final class Servlet implements Framework {

    private static final Set<String> SERVLETS =
            Set.of("jakarta.servlet.annotation.WebServlet", "javax.servlet.annotation.WebServlet");
    private static final Set<String> FILTERS = Set.of("jakarta.servlet.Filter", "javax.servlet.Filter");

    @Override
    public Optional<String> entryPoint(ClassView type) {
        return type.isAnnotated(SERVLETS) ? Optional.of("@WebServlet") : Optional.empty();
    }

    @Override
    public boolean isNotComponent(ClassView type) {
        return type.isA(FILTERS);
    }

    @Override
    public List<Route> classRoutes(List<AnnotationFacts> annotations) {
        return annotations.stream()
                .filter(annotation -> SERVLETS.contains(annotation.type()))
                .flatMap(annotation -> RouteTemplates.texts(annotation, "urlPatterns", "value").stream())
                .map(pattern -> new Route("*", RouteTemplates.join("", pattern)))
                .toList();
    }

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(EntryPointSign.type("(?:jakarta|javax)\\.servlet\\.(?:http\\.Http|Generic)?Servlet", "servlet"));
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Spring's annotated controllers, of Web MVC as of WebFlux. */
final class SpringMvc implements Framework {

    private static final String PACKAGE = "org.springframework.web.bind.annotation.";
    private static final String REST_CONTROLLER = PACKAGE + "RestController";
    private static final String REQUEST_MAPPING = PACKAGE + "RequestMapping";
    private static final Set<String> CONTROLLERS = Set.of(REST_CONTROLLER, "org.springframework.stereotype.Controller");
    private static final Set<String> ADVICE = Set.of(PACKAGE + "ControllerAdvice", PACKAGE + "RestControllerAdvice");
    private static final Set<String> ERROR_CONTROLLERS = Set.of(
            "org.springframework.boot.web.servlet.error.ErrorController",
            "org.springframework.boot.webmvc.error.ErrorController",
            "org.springframework.boot.autoconfigure.web.ErrorController");
    private static final Set<String> FILTERS = Set.of(
            "org.springframework.web.server.WebFilter",
            "org.springframework.web.filter.GenericFilterBean",
            "org.springframework.web.filter.OncePerRequestFilter");

    @Override
    public Optional<String> entryPoint(ClassView type) {
        if (type.annotations().contains(REST_CONTROLLER)) {
            return Optional.of("@RestController");
        }
        return type.isAnnotated(CONTROLLERS) && hasMappings(type)
                ? Optional.of("@Controller with mappings")
                : Optional.empty();
    }

    /** Controllers also serve messages and GraphQL, so the mappings of every framework count. */
    private static boolean hasMappings(ClassView type) {
        for (ClassFacts facts : type.hierarchy()) {
            if (anyMapping(type.annotationsOf(facts))
                    || facts.methods().stream().anyMatch(method -> anyMapping(type.annotationsOf(method)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyMapping(Set<String> annotations) {
        return annotations.stream().anyMatch(name -> Frameworks.any(Framework::isMapping, name));
    }

    @Override
    public boolean isNotEntryPoint(ClassView type) {
        return type.isAnnotated(ADVICE) || type.isA(ERROR_CONTROLLERS);
    }

    @Override
    public boolean isNotComponent(ClassView type) {
        return type.isAnnotated(ADVICE) || type.isA(FILTERS);
    }

    @Override
    public boolean isMapping(String annotation) {
        return annotation.startsWith(PACKAGE) && annotation.endsWith("Mapping");
    }

    @Override
    public Optional<List<String>> routePrefixes(AnnotationFacts annotation) {
        return annotation.type().equals(REQUEST_MAPPING)
                ? Optional.of(MappedPaths.prefixes(annotation))
                : Optional.empty();
    }

    @Override
    public List<Route> routes(MethodFacts method, List<AnnotationFacts> annotations) {
        List<Route> routes = new ArrayList<>();
        for (AnnotationFacts annotation : annotations) {
            String simpleName = ClassNames.simpleName(annotation.type());
            if (annotation.type().equals(REQUEST_MAPPING)) {
                // A composed mapping has its base as meta-annotation, without the path that is written on itself.
                if (routes.isEmpty()) {
                    routes.addAll(MappedPaths.routes(MappedPaths.verbs(annotation), annotation, annotations));
                }
            } else if (isMapping(annotation.type()) && !simpleName.equals("Mapping")) {
                String verb = simpleName.substring(0, simpleName.length() - "Mapping".length());
                routes.addAll(MappedPaths.routes(List.of(verb.toUpperCase(Locale.ROOT)), annotation, annotations));
            }
        }
        return routes;
    }

    /** Their paths stand in a mapping elsewhere, or they serve a client of their own. */
    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.type("org\\.springframework\\.web\\.HttpRequestHandler", "HTTP request handler"),
                EntryPointSign.type(
                        "org\\.springframework\\.web\\.servlet\\.mvc\\.Controller", "controller by interface"),
                EntryPointSign.annotation("org\\.springframework\\.stereotype\\.Controller"),
                EntryPointSign.annotation(
                        "org\\.springframework\\.boot\\.actuate\\.endpoint\\.(?:\\w+\\.)*annotation\\.\\w*Endpoint"),
                EntryPointSign.annotation("org\\.springframework\\.data\\.rest\\.webmvc\\.\\w+Controller"),
                EntryPointSign.onInterface(
                        "org\\.springframework\\.data\\.rest\\.core\\.annotation\\.\\w*RestResource",
                        "repository served by Spring Data REST"));
    }

    @Override
    public Set<String> prefixProperties() {
        return Set.of(
                "server.servlet.context-path",
                "server.context-path",
                "server.servlet-path",
                "spring.mvc.servlet.path",
                "spring.webflux.base-path",
                "spring.data.rest.base-path",
                "spring.jersey.application-path");
    }

    @Override
    public boolean mayPrefixRoutes(ClassFacts facts) {
        return facts.methods().stream().anyMatch(method -> method.descriptor().contains("PathMatchConfigurer;"));
    }

    @Override
    public boolean prefixesRoutes(Call call) {
        return call.name().equals("addPathPrefix") && call.owner().startsWith("org.springframework.web.");
    }

    /** {@code on(Controller.class).method()} only records which link to build. */
    @Override
    public boolean isMockLibrary(String owner) {
        return owner.endsWith(".MvcUriComponentsBuilder") || owner.startsWith("org.springframework.hateoas.");
    }
}

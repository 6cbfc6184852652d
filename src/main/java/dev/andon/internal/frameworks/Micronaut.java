package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Micronaut's controllers and tests. */
final class Micronaut implements Framework {

    private static final String PACKAGE = "io.micronaut.http.annotation.";
    private static final String CONTROLLER = PACKAGE + "Controller";

    @Override
    public Optional<String> entryPoint(ClassView type) {
        return type.annotations().contains(CONTROLLER) ? Optional.of("@Controller") : Optional.empty();
    }

    @Override
    public Optional<List<String>> routePrefixes(AnnotationFacts annotation) {
        return annotation.type().equals(CONTROLLER) ? Optional.of(MappedPaths.prefixes(annotation)) : Optional.empty();
    }

    @Override
    public List<Route> routes(MethodFacts method, List<AnnotationFacts> annotations) {
        List<Route> routes = new ArrayList<>();
        for (AnnotationFacts annotation : annotations) {
            String verb = ClassNames.simpleName(annotation.type()).toUpperCase(Locale.ROOT);
            if (annotation.type().startsWith(PACKAGE) && MappedPaths.VERBS.contains(verb)) {
                routes.addAll(MappedPaths.routes(List.of(verb), annotation, annotations));
            }
        }
        return routes;
    }

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.annotation(type -> type.startsWith("io.micronaut.test.") && type.endsWith(".MicronautTest"))
                .map(TestSetup::application);
    }

    @Override
    public Set<String> applicationTestAnnotations() {
        return Set.of("io.micronaut.test.extensions.junit5.annotation.MicronautTest");
    }

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.annotation("io\\.micronaut\\.websocket\\.annotation\\.ServerWebSocket"),
                EntryPointSign.annotation("io\\.micronaut\\.management\\.endpoint\\.annotation\\.Endpoint"),
                EntryPointSign.annotation(
                        "io\\.micronaut\\.jsonrpc\\..*|io\\.micronaut\\.mcp\\..*(?:Tool|Prompt|Resource)"));
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.preparedBy(
                        "io\\.micronaut\\.http\\.HttpRequest(Factory)?", HttpVerbs.PLAIN + "|create"),
                RequestForm.ADDRESSED.by(
                        "io\\.micronaut\\.(reactor\\.|rxjava3\\.)?http\\.client\\.(\\w+\\.)*\\w*HttpClient",
                        "retrieve|exchange"));
    }

    @Override
    public List<String> clientPrefixes() {
        return List.of("io.micronaut.http.client.");
    }

    /** {@code @Client("/orders") interface …}: of a service's name or address, only the path can match a route. */
    @Override
    public Optional<DeclaredRequest> declaredRequest(ClassFacts client, MethodFacts method) {
        List<AnnotationFacts> clients = client.annotations().stream()
                .filter(annotation -> annotation.type().equals("io.micronaut.http.client.annotation.Client"))
                .toList();
        if (clients.isEmpty()) {
            return Optional.empty();
        }
        String prefix = RouteTemplates.texts(clients.get(0), "path", "value").stream()
                .filter(text -> text.startsWith("/") || text.contains("://"))
                .findFirst()
                .orElse("");
        return routes(method, method.annotations()).stream()
                .findFirst()
                .map(route ->
                        new DeclaredRequest(List.of(prefix + RouteTemplates.join("", route.template())), route.verb()));
    }

    @Override
    public Set<String> prefixProperties() {
        return Set.of("micronaut.server.context-path");
    }
}

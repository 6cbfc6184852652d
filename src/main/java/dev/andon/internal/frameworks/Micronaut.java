package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
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
}

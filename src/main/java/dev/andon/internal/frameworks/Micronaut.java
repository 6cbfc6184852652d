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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Micronaut's controllers and tests. */
final class Micronaut implements Framework {

    private static final String SERVER = "io.micronaut.runtime.server.EmbeddedServer";
    private static final String PACKAGE = "io.micronaut.http.annotation.";
    private static final String CONTEXT = "io.micronaut.context.annotation.";
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
                .map(TestSetup::application)
                .or(() -> test.calls().stream().anyMatch(call -> call.owner().equals(SERVER))
                        ? TestSetup.integration(TestSetup.Scale.SERVER, "starts the application with EmbeddedServer")
                        : Optional.empty());
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
    public boolean namesServer(AnnotationFacts annotation) {
        return annotation.type().equals("io.micronaut.http.client.annotation.Client")
                && Stream.of("value", "id").flatMap(annotation::each).anyMatch(MappedPaths::isServer);
    }

    @Override
    public boolean putsInPlace(AnnotationFacts annotation) {
        return annotation.type().equals(CONTEXT + "Replaces")
                || annotation.type().equals(CONTEXT + "Primary");
    }

    @Override
    public boolean isEntryAmongTests(AnnotationFacts annotation) {
        return annotation.type().equals(CONTROLLER);
    }

    @Override
    public BeanPresence condition(List<AnnotationFacts> bean, BeanPresence.In test) {
        return bean.stream()
                .flatMap(annotation -> annotation.type().equals(CONTEXT + "Requirements")
                        ? annotation.each("value", AnnotationFacts.class)
                        : Stream.of(annotation))
                .filter(annotation -> annotation.type().equals(CONTEXT + "Requires"))
                .map(requirement -> presence(requirement, test))
                .reduce(BeanPresence.YES, BeanPresence::and);
    }

    private static BeanPresence presence(AnnotationFacts requirement, BeanPresence.In test) {
        Set<String> asks = requirement.values().keySet();
        if (Set.of("property", "value").containsAll(asks)) {
            Set<String> values = values(String.valueOf(requirement.values().get("property")), test);
            return BeanPresence.of(
                    requirement.value("value").map(values::contains).orElse(!values.isEmpty()));
        }
        if (Set.of("env", "notEnv").containsAll(asks)) {
            Set<String> environments = test.annotations().stream()
                    .flatMap(annotation -> annotation.each("environments"))
                    .map(String::valueOf)
                    .collect(Collectors.toSet());
            environments.add("test");
            boolean there = asks.stream()
                    .allMatch(attribute ->
                            requirement.each(attribute).anyMatch(environments::contains) == attribute.equals("env"));
            return BeanPresence.of(there);
        }
        return BeanPresence.UNKNOWN;
    }

    private static Set<String> values(String property, BeanPresence.In test) {
        Set<String> own = test.annotations().stream()
                .filter(annotation -> annotation.type().equals(CONTEXT + "Property"))
                .filter(annotation -> annotation.each("name").anyMatch(property::equals))
                .flatMap(annotation -> annotation.each("value"))
                .map(String::valueOf)
                .collect(Collectors.toSet());
        return own.isEmpty() ? test.settings().apply(property) : own;
    }

    @Override
    public Set<String> prefixProperties() {
        return Set.of("micronaut.server.context-path");
    }

    /** What its clients return. */
    @Override
    public Set<String> deferredTypes() {
        return Set.of(
                "org.reactivestreams.Publisher",
                "io.reactivex.Single",
                "io.reactivex.Maybe",
                "io.reactivex.Completable",
                "io.reactivex.Flowable",
                "io.reactivex.Observable",
                "io.reactivex.rxjava3.core.Single",
                "io.reactivex.rxjava3.core.Maybe",
                "io.reactivex.rxjava3.core.Completable",
                "io.reactivex.rxjava3.core.Flowable",
                "io.reactivex.rxjava3.core.Observable");
    }
}

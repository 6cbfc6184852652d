package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** JAX-RS resources and clients, with MicroProfile's REST clients. */
final class JaxRs implements Framework {

    private static final Set<String> PATH = Set.of("jakarta.ws.rs.Path", "javax.ws.rs.Path");
    private static final Set<String> HTTP_METHOD = Set.of("jakarta.ws.rs.HttpMethod", "javax.ws.rs.HttpMethod");
    private static final Set<String> REST_CLIENT =
            Set.of("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");
    private static final Set<String> FILTERS = Set.of(
            "jakarta.ws.rs.container.ContainerRequestFilter",
            "javax.ws.rs.container.ContainerRequestFilter",
            "jakarta.ws.rs.container.ContainerResponseFilter",
            "javax.ws.rs.container.ContainerResponseFilter");

    @Override
    public Optional<String> entryPoint(ClassView type) {
        List<ClassFacts> paths = type.hierarchy().stream()
                .filter(each -> isWrittenOn(each, PATH))
                .toList();
        boolean client = type.hierarchy().stream().anyMatch(each -> isWrittenOn(each, REST_CLIENT));
        if (paths.isEmpty() || client) {
            return Optional.empty();
        }
        return Optional.of(
                isWrittenOn(type.facts(), PATH)
                        ? "@Path"
                        : "@Path on " + ClassNames.simpleName(paths.get(0).name()));
    }

    private static boolean isWrittenOn(ClassFacts type, Set<String> annotations) {
        return type.annotations().stream().anyMatch(written -> annotations.contains(written.type()));
    }

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.calls().stream()
                .filter(this::setsUpControllers)
                .findFirst()
                .map(call -> TestSetup.ownServer(call.name()));
    }

    @Override
    public boolean isNotComponent(ClassView type) {
        return type.isA(FILTERS);
    }

    @Override
    public Optional<List<String>> routePrefixes(AnnotationFacts annotation) {
        return PATH.contains(annotation.type()) ? Optional.of(MappedPaths.prefixes(annotation)) : Optional.empty();
    }

    @Override
    public List<Route> routes(MethodFacts method, List<AnnotationFacts> annotations) {
        List<String> verbs = new ArrayList<>();
        List<String> paths = List.of("");
        for (AnnotationFacts annotation : annotations) {
            String simpleName = ClassNames.simpleName(annotation.type());
            if (PATH.contains(annotation.type())) {
                paths = RouteTemplates.texts(annotation, "value");
            } else if (MappedPaths.VERBS.contains(simpleName) && isJaxRs(annotation.type(), simpleName)) {
                verbs.add(simpleName);
            } else if (HTTP_METHOD.contains(annotation.type()) && verbs.isEmpty()) {
                verbs.addAll(RouteTemplates.texts(annotation, "value"));
            }
        }
        List<Route> routes = new ArrayList<>();
        for (String verb : verbs) {
            paths.forEach(path -> routes.add(new Route(verb, path)));
        }
        return routes;
    }

    private static boolean isJaxRs(String type, String simpleName) {
        return type.equals("jakarta.ws.rs." + simpleName) || type.equals("javax.ws.rs." + simpleName);
    }

    @Override
    public List<String> clientPrefixes() {
        return List.of("jakarta.ws.rs.client.", "javax.ws.rs.client.", "org.apache.cxf.jaxrs.client.");
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.INVOKER.by("(jakarta|javax)\\.ws\\.rs\\.client\\.(Invocation\\$Builder|\\w*Invoker)", ".*"),
                RequestForm.INVOKER.by("org\\.apache\\.cxf\\.jaxrs\\.client\\.WebClient", HttpVerbs.PLAIN),
                RequestForm.ADDRESSED.preparedBy("org\\.jboss\\.resteasy\\.mock\\.MockHttpRequest", HttpVerbs.PLAIN));
    }

    /** RESTEasy's dispatcher runs the resources that are given to its registry. */
    @Override
    public boolean setsUpControllers(Call call) {
        return call.owner().startsWith("org.jboss.resteasy.")
                && call.name().matches("add(Singleton|PerRequest)Resource|addResourceFactory");
    }

    @Override
    public List<String> inProcessClients() {
        return List.of("org.jboss.resteasy.mock.");
    }

    /** A client of MicroProfile, RESTEasy or Jersey is an interface with the annotations of a resource. */
    @Override
    public Optional<DeclaredRequest> declaredRequest(ClassFacts client, MethodFacts method) {
        String prefix = client.annotations().stream()
                .flatMap(annotation -> routePrefixes(annotation).stream())
                .findFirst()
                .map(prefixes -> prefixes.get(0))
                .orElse("");
        return routes(method, method.annotations()).stream()
                .findFirst()
                .map(route -> new DeclaredRequest(
                        List.of(RouteTemplates.join(prefix, route.template())), route.verb(), base(client), true));
    }

    /** {@code @RegisterRestClient(baseUri = "http://rates.example.com")}. */
    private static String base(ClassFacts client) {
        return client.annotations().stream()
                .filter(annotation -> REST_CLIENT.contains(annotation.type()))
                .flatMap(annotation -> annotation.each("baseUri"))
                .map(String::valueOf)
                .filter(uri -> uri.contains("://"))
                .findFirst()
                .orElse("");
    }

    /** {@code WebResourceFactory.newResource(X.class, target)} of Jersey, {@code target.proxy(X.class)} of RESTEasy. */
    @Override
    public List<CallRule> clientsOfTargets() {
        return List.of(
                CallRule.of("org\\.glassfish\\.jersey\\.client\\.proxy\\.WebResourceFactory", "newResource"),
                CallRule.of("org\\.jboss\\.resteasy\\.client\\.jaxrs\\.\\w+", "proxy|proxyBuilder|builder"));
    }

    @Override
    public Set<String> targetTypes() {
        return Set.of("jakarta.ws.rs.client.WebTarget", "javax.ws.rs.client.WebTarget");
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(CallRule.of(
                "org\\.eclipse\\.microprofile\\.rest\\.client\\.RestClientBuilder"
                        + "|io\\.quarkus\\.rest\\.client\\.reactive\\.QuarkusRestClientBuilder",
                "baseUri|baseUrl"));
    }

    @Override
    public boolean namesServer(AnnotationFacts annotation) {
        return REST_CLIENT.contains(annotation.type())
                && Stream.of("baseUri", "configKey").flatMap(annotation::each).anyMatch(MappedPaths::isServer);
    }

    @Override
    public Optional<String> applicationPrefix(AnnotationFacts annotation) {
        return annotation.type().endsWith(".ws.rs.ApplicationPath")
                ? RouteTemplates.texts(annotation, "value").stream().findFirst()
                : Optional.empty();
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of(
                "jakarta.ws.rs.client.WebTarget",
                "jakarta.ws.rs.client.Invocation",
                "jakarta.ws.rs.client.Invocation$Builder",
                "javax.ws.rs.client.WebTarget",
                "javax.ws.rs.client.Invocation",
                "javax.ws.rs.client.Invocation$Builder");
    }
}

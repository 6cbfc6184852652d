package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Spring's HTTP interfaces: {@code @GetExchange} and the like, on clients and on the controllers that implement them. */
final class SpringHttpInterface implements Framework {

    private static final String PACKAGE = "org.springframework.web.service.annotation.";
    private static final Pattern OF_CLIENT = Pattern.compile(
            "org\\.springframework\\.web\\.(?:service|bind)\\.annotation\\.(Get|Post|Put|Patch|Delete|Http|Request)"
                    + "(?:Exchange|Mapping)");
    private static final String GENERAL = PACKAGE + "HttpExchange";

    @Override
    public boolean isMapping(String annotation) {
        return annotation.startsWith(PACKAGE) && annotation.endsWith("Exchange");
    }

    @Override
    public Optional<List<String>> routePrefixes(AnnotationFacts annotation) {
        return annotation.type().equals(GENERAL) ? Optional.of(MappedPaths.prefixes(annotation)) : Optional.empty();
    }

    /** The first counts: what stands upon it repeats its verb without its path. */
    @Override
    public List<Route> routes(MethodFacts method, List<AnnotationFacts> annotations) {
        List<Route> routes = new ArrayList<>();
        for (AnnotationFacts annotation : annotations) {
            if (isMapping(annotation.type()) && routes.isEmpty()) {
                routes.addAll(MappedPaths.routes(verbs(annotation), annotation, annotations));
            }
        }
        return routes;
    }

    private static List<String> verbs(AnnotationFacts annotation) {
        String simpleName = ClassNames.simpleName(annotation.type());
        return annotation.type().equals(GENERAL)
                ? MappedPaths.verbs(annotation)
                : List.of(simpleName
                        .substring(0, simpleName.length() - "Exchange".length())
                        .toUpperCase(Locale.ROOT));
    }

    /** Feign's clients carry the mappings of controllers. */
    @Override
    public Optional<DeclaredRequest> declaredRequest(ClassFacts client, MethodFacts method) {
        return method.annotations().stream()
                .filter(annotation -> OF_CLIENT.matcher(annotation.type()).matches())
                .findFirst()
                .map(annotation -> new DeclaredRequest(urls(client, annotation), verb(annotation), base(client)));
    }

    /** {@code @FeignClient(name = "rates", url = "${rates.url}")}. */
    @Override
    public boolean namesServer(AnnotationFacts annotation) {
        List<?> url = annotation.each("url").toList();
        Stream<?> named = url.isEmpty() ? Stream.of("name", "value").flatMap(annotation::each) : url.stream();
        return isFeign(annotation) && named.anyMatch(MappedPaths::isServer);
    }

    private static List<String> urls(ClassFacts client, AnnotationFacts annotation) {
        String prefix = client.annotations().stream()
                .filter(one -> OF_CLIENT.matcher(one.type()).matches() || isFeign(one))
                .flatMap(one -> (isFeign(one) ? RouteTemplates.texts(one, "path") : urls(one)).stream())
                .findFirst()
                .orElse("");
        return urls(annotation).stream()
                .map(url -> prefix.isEmpty() ? url : prefix + (url.isEmpty() || url.startsWith("/") ? "" : "/") + url)
                .toList();
    }

    private static boolean isFeign(AnnotationFacts annotation) {
        return annotation.type().endsWith(".FeignClient");
    }

    /** The address of Feign, unless the configuration holds more of it than the port. */
    private static String base(ClassFacts client) {
        return client.annotations().stream()
                .filter(SpringHttpInterface::isFeign)
                .flatMap(annotation -> annotation.each("url"))
                .map(text -> text.toString().replaceAll(":[$#]\\{[^}]*}", ""))
                .filter(text -> !text.isEmpty() && !text.contains("${") && !text.contains("#{"))
                .map(text -> text.contains("://") ? text : "http://" + text)
                .findFirst()
                .orElse("");
    }

    private static @Nullable String verb(AnnotationFacts annotation) {
        Matcher mapping = OF_CLIENT.matcher(annotation.type());
        String verb = mapping.matches() ? mapping.group(1).toUpperCase(Locale.ROOT) : "";
        return verb.equals("HTTP") || verb.equals("REQUEST")
                ? RouteTemplates.texts(annotation, "method").stream()
                        .findFirst()
                        .orElse(null)
                : verb;
    }

    private static List<String> urls(AnnotationFacts annotation) {
        List<String> urls = Stream.of("value", "url", "path")
                .flatMap(annotation::each)
                .map(String::valueOf)
                .toList();
        return urls.isEmpty() ? List.of("") : urls;
    }
}

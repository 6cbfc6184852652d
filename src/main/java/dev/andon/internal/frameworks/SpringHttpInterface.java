package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Spring's HTTP interfaces: {@code @GetExchange} and the like, on clients and on the controllers that implement them. */
final class SpringHttpInterface implements Framework {

    private static final String PACKAGE = "org.springframework.web.service.annotation.";
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
}

package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.RouteTemplates;
import java.util.List;
import java.util.Optional;

/** Addresses below the path of a class that an annotation of a test names, such as Quarkus' {@code @TestHTTPEndpoint}. */
final class TestedEndpoints {

    private static final String OWN = "http://localhost";

    private TestedEndpoints() {}

    /** Returns the path of an endpoint, by the annotations of its class. */
    static String path(CodeIndex index, String endpoint) {
        return index.find(endpoint).stream()
                .flatMap(facts -> facts.annotations().stream())
                .flatMap(annotation -> Frameworks.first(Framework::routePrefixes, annotation).stream())
                .map(prefixes -> RouteTemplates.join("", prefixes.get(0)))
                .findFirst()
                .orElse("/");
    }

    /** Returns the address that is injected into a field with these annotations. */
    static Optional<String> address(CodeIndex index, List<AnnotationFacts> annotations) {
        String below = annotations.stream()
                .flatMap(annotation -> Frameworks.first(Framework::testedEndpoint, annotation).stream())
                .map(endpoint -> path(index, endpoint))
                .findFirst()
                .orElse("");
        return annotations.stream()
                .flatMap(annotation -> Frameworks.first(Framework::ownAddress, annotation).stream())
                .map(address -> address.replace(OWN, OWN + below))
                .findFirst();
    }
}

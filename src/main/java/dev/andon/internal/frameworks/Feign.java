package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import java.util.List;
import java.util.Optional;

/** Feign clients. */
final class Feign implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("feign.");
    }

    /** {@code @RequestLine("GET /orders/{id}")}. */
    @Override
    public Optional<DeclaredRequest> declaredRequest(ClassFacts client, MethodFacts method) {
        return method.annotations().stream()
                .filter(annotation -> annotation.type().equals("feign.RequestLine"))
                .flatMap(annotation -> RouteTemplates.texts(annotation, "value").stream())
                .map(line -> line.strip().split("\\s+", 2))
                .findFirst()
                .map(line -> new DeclaredRequest(List.of(line.length > 1 ? line[1] : ""), line[0]));
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(CallRule.of("feign\\.(\\w+\\.)*(\\w*Target\\w*|\\w*Feign\\$Builder)", "<init>|target"));
    }
}

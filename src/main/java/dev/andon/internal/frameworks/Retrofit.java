package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Retrofit clients. */
final class Retrofit implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("retrofit2.");
    }

    /** {@code @GET("orders/{id}")}. */
    @Override
    public Optional<DeclaredRequest> declaredRequest(ClassFacts client, MethodFacts method) {
        return method.annotations().stream()
                .filter(annotation -> annotation.type().startsWith("retrofit2.http.")
                        && HttpVerbs.isVerb(ClassNames.simpleName(annotation.type())))
                .findFirst()
                .map(annotation -> new DeclaredRequest(
                        List.of(RouteTemplates.texts(annotation, "value").stream()
                                .findFirst()
                                .orElse("")),
                        ClassNames.simpleName(annotation.type())));
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(CallRule.of("retrofit2\\.Retrofit\\$Builder", "baseUrl"));
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of("retrofit2.Call");
    }
}

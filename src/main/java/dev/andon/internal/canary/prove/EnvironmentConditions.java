package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryTarget;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds code by which a canary does something else in a build than in production: what a proof shows then says nothing of
 * production. A canary that is written to deceive can hide it; one that is written carelessly cannot.
 */
final class EnvironmentConditions {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");
    private static final List<String> BUILD_TOOLS = List.of("surefire", "failsafe");
    private static final Set<String> ADDRESS =
            Set.of("getHost", "getAuthority", "getRawAuthority", "toString", "toASCIIString");
    private static final String URI = "java.net.URI";

    private EnvironmentConditions() {}

    /** Returns on what the first such condition depends, and where it is; empty where there is none. */
    static Optional<String> in(ArtefactCode code) {
        return code.parts().stream()
                .flatMap(part -> part.bodies().stream()
                        .flatMap(body -> condition(body).stream())
                        .map(condition -> condition + " (" + location(part.facts()) + ")"))
                .findFirst();
    }

    private static String location(ClassFacts facts) {
        return Optional.ofNullable(facts.sourceFile()).orElse(facts.name());
    }

    private static Optional<String> condition(MethodBody body) {
        if (constant(body, BUILD_TOOLS)) {
            return Optional.of("the build tool that runs it");
        }
        boolean address = calls(body, call -> call.owner().equals(URI) && ADDRESS.contains(call.name()));
        boolean loopback = calls(body, call -> call.name().equals("isLoopbackAddress"));
        if (loopback || (address && constant(body, LOOPBACK))) {
            return Optional.of("whether its target is this machine");
        }
        boolean assumes = calls(body, call -> call.name().startsWith("assume"));
        return assumes && calls(body, EnvironmentConditions::readsEnvironment)
                ? Optional.of("an assumption on its environment, which skips it")
                : Optional.empty();
    }

    private static boolean readsEnvironment(Call call) {
        boolean ofTarget =
                call.owner().equals(CanaryTarget.class.getName()) && call.name().equals("environment");
        boolean ofJvm = call.owner().equals("java.lang.System")
                && (call.name().equals("getenv") || call.name().equals("getProperty"));
        return ofTarget || ofJvm || (call.owner().equals(URI) && ADDRESS.contains(call.name()));
    }

    private static boolean calls(MethodBody body, Predicate<Call> which) {
        return body.calls().stream().anyMatch(which);
    }

    private static boolean constant(MethodBody body, List<String> parts) {
        return body.constants().stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> parts.stream().anyMatch(text::contains));
    }
}

package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spring's router functions, of WebFlux as of Web MVC. */
final class SpringWebFlux implements Framework {

    private static final List<String> PACKAGES =
            List.of("org.springframework.web.reactive.function.server.", "org.springframework.web.servlet.function.");
    private static final Set<String> HANDLERS =
            Set.of(PACKAGES.get(0) + "HandlerFunction", PACKAGES.get(1) + "HandlerFunction");
    private static final Set<String> REQUESTS =
            Set.of(descriptor(PACKAGES.get(0), "ServerRequest"), descriptor(PACKAGES.get(1), "ServerRequest"));
    private static final List<String> RETURNS_ROUTER = List.of(
            ")" + descriptor(PACKAGES.get(0), "RouterFunction"), ")" + descriptor(PACKAGES.get(1), "RouterFunction"));

    private static String descriptor(String in, String simpleName) {
        return "L" + in.replace('.', '/') + simpleName + ";";
    }

    @Override
    public boolean declaresRoutes(ClassFacts facts) {
        return facts.methods().stream()
                .anyMatch(method -> RETURNS_ROUTER.stream().anyMatch(method.descriptor()::endsWith));
    }

    @Override
    public Set<String> handlerTypes() {
        return HANDLERS;
    }

    @Override
    public Set<String> handledRequestTypes() {
        return REQUESTS;
    }

    @Override
    public Set<String> routerTypes() {
        return Set.of(PACKAGES.get(0) + "RouterFunction", PACKAGES.get(1) + "RouterFunction");
    }

    @Override
    public boolean readRoute(Call call, RouteScript script) {
        String owner = call.owner();
        if (owner.endsWith(".function.server.RequestPredicates")
                || owner.endsWith(".servlet.function.RequestPredicates")) {
            predicate(call.name(), script);
            return true;
        }
        if (owner.startsWith("org.springframework.web.")
                && owner.endsWith("RouterFunctionDsl")
                && call.name().equals("nest")) {
            // In Kotlin's DSL the lambda is the nest; a predicate that is no path adds nothing to it.
            if (call.descriptor().startsWith("(Ljava/lang/String;")) {
                script.closeGroup();
            } else {
                script.leaveGroup();
            }
            return true;
        }
        if (owner.startsWith("org.springframework.web.") && owner.contains(".function.")) {
            routerFunction(call.name(), script);
            return true;
        }
        return false;
    }

    private static void predicate(String name, RouteScript script) {
        if (MappedPaths.VERBS.contains(name)) {
            script.pending(name, script.takeConstant());
        } else if (name.equals("path")) {
            script.openNest(script.takeConstant().orElse(""));
        }
    }

    private static void routerFunction(String name, RouteScript script) {
        if (MappedPaths.VERBS.contains(name)) {
            script.add(name, script.takeConstant());
            return;
        }
        switch (name) {
            case "route", "andRoute" -> {
                if (script.hasPending()) {
                    script.addPending();
                } else {
                    script.takeNest().ifPresent(prefix -> script.add("*", Optional.of(prefix)));
                }
            }
            case "nest", "andNest" -> script.closeNest();
            case "path" -> script.closeGroup();
            case "build" -> script.leaveGroup();
            default -> {}
        }
    }
}

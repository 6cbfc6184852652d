package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.TestSetup.Scale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Javalin: {@code app.get("/x", …)}, {@code ApiBuilder}, and its test tools. */
final class Javalin implements Framework {

    /** Its client has methods of the same names, which request. */
    private static final String TEST_TOOLS = "io.javalin.testtools.";

    private static final String PACKAGE = "io.javalin.";

    /** What registers routes: other classes, such as validators, have methods of the same names. */
    private static final List<String> REGISTERING =
            List.of("io.javalin.Javalin", "io.javalin.apibuilder.", "io.javalin.router.", "io.javalin.config.");

    private static final String HANDLER = "Lio/javalin/http/Handler;";
    private static final Set<String> HANDLERS = Set.of("io.javalin.http.Handler", "io.javalin.apibuilder.CrudHandler");

    @Override
    public Optional<String> entryPoint(ClassView type) {
        return type.isA(HANDLERS) ? Optional.of("Javalin handler") : Optional.empty();
    }

    /** Every lambda may declare routes, so the declarations of a module's classes say whether it uses Javalin. */
    @Override
    public boolean isSetUpIn(ClassFacts facts) {
        return facts.interfaces().stream().anyMatch(type -> type.startsWith(PACKAGE))
                || facts.fields().stream().anyMatch(field -> field.type().startsWith(PACKAGE))
                || facts.methods().stream()
                        .anyMatch(method -> method.descriptor().contains("Lio/javalin/"));
    }

    @Override
    public Set<String> handlingBeans() {
        return Set.of("io.javalin.Javalin");
    }

    @Override
    public Set<String> handlerTypes() {
        return HANDLERS;
    }

    @Override
    public Set<String> handledRequestTypes() {
        return Set.of("Lio/javalin/http/Context;");
    }

    @Override
    public boolean readRoute(Call call, RouteScript script) {
        if (REGISTERING.stream().noneMatch(call.owner()::startsWith)) {
            return false;
        }
        String name = call.name();
        String verb = name.toUpperCase(Locale.ROOT);
        if ((MappedPaths.VERBS.contains(verb) && call.descriptor().contains(HANDLER))
                || name.equals("ws")
                || name.equals("sse")) {
            // In ApiBuilder a verb without a path answers the path around it.
            Optional<String> path =
                    call.descriptor().startsWith("(Ljava/lang/String;") ? script.takeConstant() : Optional.of("");
            script.add(MappedPaths.VERBS.contains(verb) ? verb : "GET", path);
        } else if (name.equals("crud")) {
            script.takeConstant().ifPresent(path -> script.addAll(crud(path)));
        } else if (name.equals("path")) {
            script.closeGroup();
        } else {
            script.leaveGroup();
        }
        return true;
    }

    private static List<Route> crud(String one) {
        String all = one.contains("/") ? one.substring(0, one.lastIndexOf('/')) : "";
        return Stream.concat(
                        Stream.of("GET", "PATCH", "DELETE").map(verb -> new Route(verb, RouteTemplates.join("", one))),
                        Stream.of("GET", "POST").map(verb -> new Route(verb, RouteTemplates.join("", all))))
                .toList();
    }

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        Optional<TestSetup> application = test.names(TEST_TOOLS).map(TestSetup::applicationBy);
        return application.isEmpty() && test.calls("io.javalin.Javalin", "start")
                ? TestSetup.integration(Scale.SERVER, "starts the application with Javalin.start")
                : application;
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.by("io\\.javalin\\.testtools\\.HttpClient", HttpVerbs.KOTLIN + "|request"));
    }

    @Override
    public List<String> serverPrefixes() {
        return List.of("io.javalin.Javalin", "io.javalin.http.");
    }

    @Override
    public boolean mayPrefixRoutes(ClassFacts facts) {
        return isSetUpIn(facts);
    }

    @Override
    public boolean prefixesRoutes(Call call) {
        return call.owner().startsWith(PACKAGE) && call.name().equals("contextPath");
    }
}

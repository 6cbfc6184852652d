package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.RequestForm;
import dev.andon.internal.frameworks.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the calls that send or prepare an HTTP request, with the URL and verb that they name. */
final class Requests {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Pattern TEMPLATE = Pattern.compile("(get|post|put|patch|delete|head|options)For[A-Z]\\w*");
    private static final Pattern NAMED_AFTER_VERB = Pattern.compile("Http(Get|Post|Put|Patch|Delete|Head|Options)");
    private static final Pattern NO_CLIENT = Pattern.compile(
            ".*(?:Assertions?|Assert|Matchers?|ResponseSpec|BodySpec|BodyContentSpec|Response|ResultActions|Registry)");
    private static final Set<String> NO_CLIENT_PACKAGES = Frameworks.union(Framework::packagesWithoutRequests);
    private static final Set<String> NO_URL = Set.of(
            "header",
            "headers",
            "addHeader",
            "contentType",
            "accept",
            "cookie",
            "param",
            "queryParam",
            "formParam",
            "content",
            "body",
            "bodyValue",
            "jsonPath",
            "property",
            "setProperty",
            "file",
            "contextPath",
            "servletPath",
            "pathInfo",
            "baseUrl",
            "baseUri",
            "basePath",
            "rootUri",
            "target",
            "path",
            "pathSegment",
            "fromPath",
            "fromUriString",
            "fromHttpUrl",
            "resource",
            "multiPart",
            "info",
            "warn",
            "error",
            "debug");
    private static final Set<String> BASES = Set.of(
            "baseUrl",
            "baseUri",
            "basePath",
            "rootUri",
            "setBasePath",
            "setBaseUri",
            "setBaseUrl",
            "setBaseURI",
            "contextPath",
            "target",
            "setRootUri",
            "basePathSetup");

    private static final Set<String> ADDRESSES = Frameworks.union(Framework::addressTypes);

    private final ValueFlow flow;
    private final StringResolver texts;

    Requests(ValueFlow flow, StringResolver texts) {
        this.flow = flow;
        this.texts = texts;
    }

    /** A request as one call shows it: the possible texts of its URL, and whether they are certainly URLs. */
    record Found(List<String> urls, @Nullable String verb, boolean certain) {}

    /** Returns the texts that a call sets as the base URL of later requests. */
    List<String> bases(Value.Result result, Frame frame) {
        return BASES.contains(result.call().name()) && !result.arguments().isEmpty()
                ? texts.of(frame.bind(result.arguments().get(0)))
                : List.of();
    }

    /** Returns the operations that the GraphQL document in a call requests. */
    List<Route> operations(Value.Result result, Frame frame) {
        Call call = result.call();
        if (result.arguments().isEmpty() || !Frameworks.any(framework -> framework.sendsDocument(call))) {
            return List.of();
        }
        return texts.of(frame.bind(result.arguments().get(0))).stream()
                .flatMap(document -> Frameworks.ALL.stream()
                        .filter(framework -> framework.sendsDocument(call))
                        .flatMap(framework -> framework.operations(call, document).stream()))
                .toList();
    }

    Optional<Found> of(Value.Result result, Frame frame) {
        Call call = result.call();
        String owner = call.owner();
        if (flow.graph().isOwn(owner)) {
            return Optional.empty();
        }
        RequestForm form =
                Frameworks.first(framework -> framework.requestForm(call)).orElse(null);
        if (form == RequestForm.CONSTRUCTOR) {
            return created(result, frame);
        }
        if (call.name().equals("<init>")) {
            return Optional.empty();
        }
        if (form == RequestForm.BUILDER) {
            return call.name().equals("build") ? built(result, frame) : Optional.empty();
        }
        if (form == RequestForm.OPENED_URL && result.receiver() != null) {
            return Optional.of(new Found(texts.of(frame.bind(result.receiver())), null, true));
        }
        if (form == RequestForm.INVOKER && result.receiver() != null) {
            return invoked(result, frame);
        }
        if (NO_CLIENT.matcher(owner).matches() || NO_CLIENT_PACKAGES.stream().anyMatch(owner::startsWith)) {
            return Optional.empty();
        }
        return sent(result, frame, form == RequestForm.URI_FUNCTION);
    }

    private Optional<Found> created(Value.Result result, Frame frame) {
        Matcher verb = NAMED_AFTER_VERB.matcher(simpleName(result.call().owner()));
        return verb.matches() && !result.arguments().isEmpty()
                ? Optional.of(new Found(texts.of(frame.bind(result.arguments().get(0))), verb(verb.group(1)), true))
                : Optional.empty();
    }

    /** A request that a builder assembles step by step. */
    private Optional<Found> built(Value.Result last, Frame frame) {
        String verb = null;
        Bound url = null;
        for (Bound step : chain(frame.bind(last))) {
            Value.Result result = (Value.Result) step.value();
            List<Bound> arguments = step.in().bindAll(result.arguments());
            String name = result.call().name();
            if (verb == null && name.equals("method") && !arguments.isEmpty()) {
                verb = verbOf(arguments.get(0)).orElse("?");
            } else if (verb == null && verb(name) != null) {
                verb = verb(name);
            } else if (url == null
                    && !arguments.isEmpty()
                    && Set.of("uri", "url", "newBuilder").contains(name)) {
                url = arguments.get(0);
            }
        }
        if (url == null) {
            return Optional.empty();
        }
        String known = verb == null ? "GET" : verb.equals("?") ? null : verb;
        return Optional.of(new Found(texts.of(url), known, true));
    }

    private Optional<Found> invoked(Value.Result result, Frame frame) {
        String name = result.call().name().replaceFirst("^build", "");
        Optional<String> verb = name.equalsIgnoreCase("method") || name.isEmpty()
                ? result.arguments().stream()
                        .map(frame::bind)
                        .map(this::verbOf)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.ofNullable(verb(name));
        boolean sends = name.equalsIgnoreCase("method") || name.isEmpty() || verb.isPresent();
        Value receiver = result.receiver();
        return sends && receiver != null
                ? Optional.of(new Found(texts.of(frame.bind(receiver)), verb.orElse(null), true))
                : Optional.empty();
    }

    private Optional<Found> sent(Value.Result result, Frame frame, boolean uriFunction) {
        Call call = result.call();
        List<Bound> arguments = frame.bindAll(result.arguments());
        if (call.name().equals("uri") && !arguments.isEmpty() && result.receiver() != null) {
            return Optional.of(new Found(texts.of(arguments.get(0)), fluentVerb(frame.bind(result.receiver())), true));
        }
        boolean inUriFunction = uriFunction && result.receiver() instanceof Value.Parameter;
        if (NO_URL.contains(call.name()) && !inUriFunction) {
            return Optional.empty();
        }
        Matcher template = TEMPLATE.matcher(call.name());
        String named = template.matches() ? verb(template.group(1)) : verb(call.name());
        if (call.name().equals("multipart")) {
            named = "POST";
        }
        boolean general =
                Set.of("exchange", "execute", "request", "send", "method").contains(call.name());
        String verb = named;
        if (general) {
            verb = arguments.stream()
                    .map(this::verbOf)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
        }
        List<String> urls = urls(addresses(call, arguments), named != null || general);
        return urls.isEmpty() ? Optional.empty() : Optional.of(new Found(urls, verb, named != null || general));
    }

    /** Only these types carry an address. A request built earlier has been counted where it was built. */
    private static List<Bound> addresses(Call call, List<Bound> arguments) {
        List<String> types = MethodKey.of(call).parameterTypes();
        List<Bound> addresses = new ArrayList<>();
        for (int i = 0; i < Math.min(types.size(), arguments.size()); i++) {
            if (ADDRESSES.contains(types.get(i))) {
                addresses.add(arguments.get(i));
            }
        }
        return addresses;
    }

    private List<String> urls(List<Bound> arguments, boolean certain) {
        for (Bound argument : arguments.subList(0, Math.min(4, arguments.size()))) {
            List<String> urls = texts.of(argument).stream()
                    .filter(text -> !text.equals(StringResolver.GAP) && (certain || text.contains("/")))
                    .filter(text -> verb(text) == null)
                    .filter(text -> UrlPath.of(text, certain).isPresent())
                    .toList();
            if (!urls.isEmpty()) {
                return urls;
            }
        }
        return List.of();
    }

    private @Nullable String fluentVerb(Bound receiver) {
        for (Bound step : chain(receiver)) {
            Value.Result result = (Value.Result) step.value();
            if (verb(result.call().name()) != null) {
                return verb(result.call().name());
            }
            if (result.call().name().equals("method") && !result.arguments().isEmpty()) {
                return verbOf(step.in().bind(result.arguments().get(0))).orElse(null);
            }
        }
        return null;
    }

    /** Returns the chain of fluent calls that made a value, the last call first. */
    private List<Bound> chain(Bound last) {
        List<Bound> chain = new ArrayList<>();
        Bound next = flow.origin(last, 12);
        while (next.value() instanceof Value.Result result && chain.size() < 40) {
            chain.add(next);
            if (result.receiver() == null) {
                break;
            }
            next = flow.origin(next.in().bind(result.receiver()), 12);
        }
        return chain;
    }

    private Optional<String> verbOf(Bound bound) {
        Bound origin = flow.origin(bound, 12);
        if (origin.value() instanceof Value.Text text) {
            return Optional.ofNullable(VERBS.contains(text.text()) ? text.text() : null);
        }
        if (origin.value() instanceof Value.Field field && field.type().endsWith("Method")) {
            return Optional.ofNullable(verb(field.name()));
        }
        if (origin.value() instanceof Value.Result result
                && result.call().name().equals("valueOf")
                && !result.arguments().isEmpty()) {
            return verbOf(origin.in().bind(result.arguments().get(0)));
        }
        return Optional.empty();
    }

    private static @Nullable String verb(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return VERBS.contains(upper) ? upper : null;
    }

    static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}

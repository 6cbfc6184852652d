package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.SentRequest.Transport;
import dev.andon.internal.frameworks.CallRule;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.HttpVerbs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the calls by which known clients send or prepare an HTTP request, with the URL and verb that they name. */
final class Requests {

    private static final Set<String> ADDRESSES = Frameworks.union(Framework::addressTypes);
    private static final Set<String> HOSTS = Frameworks.union(Framework::hostTypes);
    private static final Set<String> IN_PROCESS = Frameworks.union(Framework::inProcessClients);
    private static final Set<String> EITHER_BINDING = Frameworks.union(Framework::clientsOfEitherBinding);
    private static final Set<CallRule> NETWORK_BINDINGS = Frameworks.union(Framework::networkBindings);
    private static final Set<CallRule> PROCESS_BINDINGS = Frameworks.union(Framework::processBindings);
    private static final Set<String> URL_STEPS = Set.of("uri", "url", "newBuilder", "setUri", "setURI");
    private static final String UNKNOWN_VERB = "?";

    private final ValueFlow flow;
    private final StringResolver texts;
    private final ClientBases bases;
    private final ClientCalls clients;

    Requests(ValueFlow flow, StringResolver texts, ClientBases bases, ClientCalls clients) {
        this.flow = flow;
        this.texts = texts;
        this.bases = bases;
        this.clients = clients;
    }

    /** Returns the request that a call sends or prepares; empty for a call of anything but a known client. */
    Optional<SentRequest> of(Value.Result result, Frame frame) {
        return clients.form(result.call()).flatMap(form -> switch (form) {
            case CONSTRUCTOR -> created(result, frame);
            case BUILDER -> built(result, frame);
            case OPENED_URL -> opened(result, frame);
            case INVOKER -> invoked(result, frame);
            case ADDRESSED -> addressed(result, frame);
            case URI_STEP -> fluent(result, frame);
            case HIDDEN -> Optional.of(SentRequest.to(List.of(StringResolver.GAP), null));
        });
    }

    private Optional<SentRequest> created(Value.Result result, Frame frame) {
        String simpleName = simpleName(result.call().owner());
        return result.arguments().isEmpty()
                ? Optional.empty()
                : Optional.of(SentRequest.to(
                        texts.of(frame.bind(result.arguments().get(0))),
                        HttpVerbs.in(simpleName.substring("Http".length())).orElse(null)));
    }

    /** A request that a builder assembles step by step. */
    private Optional<SentRequest> built(Value.Result last, Frame frame) {
        String verb = null;
        Bound url = null;
        for (Bound step : chain(frame.bind(last))) {
            Value.Result result = (Value.Result) step.value();
            List<Bound> arguments = step.in().bindAll(result.arguments());
            String name = result.call().name();
            Optional<String> named = HttpVerbs.in(name);
            if (verb == null && name.equals("method") && !arguments.isEmpty()) {
                verb = verbOf(arguments.get(0)).orElse(UNKNOWN_VERB);
            } else if (verb == null && named.isPresent()) {
                verb = named.get();
            } else if (url == null && !arguments.isEmpty() && URL_STEPS.contains(name)) {
                url = arguments.get(0);
            }
        }
        if (url == null) {
            return Optional.empty();
        }
        String known = verb == null ? "GET" : verb.equals(UNKNOWN_VERB) ? null : verb;
        return Optional.of(SentRequest.to(texts.of(url), known));
    }

    private Optional<SentRequest> opened(Value.Result result, Frame frame) {
        return Optional.ofNullable(result.receiver()).map(url -> SentRequest.to(texts.of(frame.bind(url)), null));
    }

    private Optional<SentRequest> invoked(Value.Result result, Frame frame) {
        String name = result.call().name().replaceFirst("^build", "");
        boolean general = name.equalsIgnoreCase("method") || name.isEmpty();
        Optional<String> verb = general ? verbAmong(frame.bindAll(result.arguments())) : HttpVerbs.in(name);
        Value receiver = result.receiver();
        return (general || verb.isPresent()) && receiver != null
                ? Optional.of(SentRequest.to(texts.of(frame.bind(receiver)), verb.orElse(null)))
                : Optional.empty();
    }

    /** The address is among the arguments; of several texts, the one that looks like a path or URL. */
    private Optional<SentRequest> addressed(Value.Result result, Frame frame) {
        Call call = result.call();
        Optional<String> named = HttpVerbs.in(call.name());
        List<Bound> arguments = frame.bindAll(result.arguments());
        List<Bound> addresses = ofTypes(ADDRESSES, call, arguments);
        if (addresses.isEmpty()) {
            return named.map(verb -> sent(List.of(""), verb, result, frame));
        }
        String verb = named.or(() -> verbAmong(arguments)).orElse(null);
        List<List<String>> found = addresses.stream()
                .map(texts::of)
                .filter(urls -> !urls.stream().allMatch(HttpVerbs::isVerb))
                .toList();
        List<String> servers = servers(call, arguments);
        return found.stream()
                .filter(urls -> urls.stream().anyMatch(url -> url.startsWith("/") || url.contains("://")))
                .findFirst()
                .or(() -> found.stream()
                        .skip(Math.max(0, found.size() - 1))
                        .findFirst()
                        .filter(urls -> !servers.isEmpty()))
                .or(() -> found.stream().findFirst())
                .map(urls -> sent(servers.isEmpty() ? urls : below(servers, urls), verb, result, frame));
    }

    /** The host to which a request goes may stand before the path: as an object, or with its port. */
    private List<String> servers(Call call, List<Bound> arguments) {
        Optional<Bound> host = ofTypes(HOSTS, call, arguments).stream().findFirst();
        if (host.isPresent()) {
            return texts.of(host.get());
        }
        List<String> types = MethodKey.of(call).parameterTypes();
        int port = types.indexOf("int");
        boolean withHost = port >= 0
                && types.size() >= port + 3
                && arguments.size() == types.size()
                && types.get(port + 1).equals("java.lang.String")
                && types.get(port + 2).equals("java.lang.String");
        if (!withHost) {
            return List.of();
        }
        return texts.of(arguments.get(port + 1)).stream()
                .map(name -> UrlText.withHost("", name))
                .flatMap(url -> texts.of(arguments.get(port)).stream().map(text -> UrlText.withPort(url, text)))
                .toList();
    }

    /** Returns the arguments that name a host to which a call sends what else it is given. */
    static List<Bound> hosts(Value.Result result, Frame frame) {
        return ofTypes(HOSTS, result.call(), frame.bindAll(result.arguments()));
    }

    private Optional<SentRequest> fluent(Value.Result result, Frame frame) {
        List<Bound> addresses = ofTypes(ADDRESSES, result.call(), frame.bindAll(result.arguments()));
        Value receiver = result.receiver();
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(sent(
                        texts.of(addresses.get(0)),
                        receiver == null ? null : fluentVerb(frame.bind(receiver)),
                        result,
                        frame));
    }

    /** Puts the base of the client before an address without host, where the code shows how the client is made. */
    private SentRequest sent(List<String> urls, @Nullable String verb, Value.Result result, Frame frame) {
        String owner = result.call().owner();
        Bound receiver = result.receiver() == null ? null : frame.bind(result.receiver());
        List<String> known = receiver == null ? List.of() : bases.of(receiver);
        List<Bound> chain = receiver == null ? List.of() : chain(receiver);
        return new SentRequest(
                known.isEmpty() ? urls : below(known, urls),
                verb,
                known.isEmpty() ? ClientBases.library(owner) : "",
                transport(owner, chain),
                receiver == null ? null : sender(receiver, chain),
                null);
    }

    private static Transport transport(String owner, List<Bound> chain) {
        if (IN_PROCESS.stream().noneMatch(owner::startsWith) || anyStep(chain, NETWORK_BINDINGS)) {
            return Transport.NETWORK;
        }
        boolean either = EITHER_BINDING.stream().anyMatch(owner::startsWith);
        return either && !anyStep(chain, PROCESS_BINDINGS) ? Transport.EITHER : Transport.IN_PROCESS;
    }

    private static boolean anyStep(List<Bound> chain, Set<CallRule> rules) {
        return chain.stream().anyMatch(step -> CallRule.any(rules, ((Value.Result) step.value()).call()));
    }

    private Value sender(Bound receiver, List<Bound> chain) {
        if (chain.isEmpty()) {
            return flow.origin(receiver).value();
        }
        Bound first = chain.get(chain.size() - 1);
        Value made = ((Value.Result) first.value()).receiver();
        return made == null ? first.value() : flow.origin(first.in().bind(made)).value();
    }

    /** Puts bases before addresses; one that names a host stays as it is. */
    static List<String> below(List<String> bases, List<String> urls) {
        List<String> joined = new ArrayList<>();
        for (String url : urls) {
            if (namesHost(url)) {
                joined.add(url);
            } else {
                bases.forEach(base -> joined.add(base + "/" + url));
            }
        }
        return joined;
    }

    /** Returns whether the address names a host, or begins with what may be one. */
    static boolean namesHost(String url) {
        return url.contains("://") || url.startsWith(StringResolver.GAP) || url.startsWith(StringResolver.ELSEWHERE);
    }

    private static List<Bound> ofTypes(Set<String> wanted, Call call, List<Bound> arguments) {
        List<String> types = MethodKey.of(call).parameterTypes();
        List<Bound> found = new ArrayList<>();
        for (int i = 0; i < Math.min(types.size(), arguments.size()); i++) {
            if (wanted.contains(types.get(i))) {
                found.add(arguments.get(i));
            }
        }
        return found;
    }

    private @Nullable String fluentVerb(Bound receiver) {
        for (Bound step : chain(receiver)) {
            Value.Result result = (Value.Result) step.value();
            Optional<String> named = HttpVerbs.in(result.call().name());
            if (named.isPresent()) {
                return named.get();
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
        Bound next = flow.origin(last);
        while (next.value() instanceof Value.Result result) {
            if (chain.size() == flow.graph().limits().chainedCalls()) {
                flow.graph().cutOff(result.call().owner(), chain.size() + " chained calls");
                break;
            }
            chain.add(next);
            if (result.receiver() == null) {
                break;
            }
            next = flow.origin(next.in().bind(result.receiver()));
        }
        return chain;
    }

    private Optional<String> verbAmong(List<Bound> arguments) {
        return arguments.stream().map(this::verbOf).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> verbOf(Bound bound) {
        Bound origin = flow.origin(bound);
        if (origin.value() instanceof Value.Text text) {
            return Optional.of(text.text()).filter(HttpVerbs::isVerb);
        }
        if (origin.value() instanceof Value.Field field && field.type().endsWith("Method")) {
            return Optional.of(field.name().toUpperCase(Locale.ROOT)).filter(HttpVerbs::isVerb);
        }
        return origin.value() instanceof Value.Result result
                        && result.call().name().equals("valueOf")
                        && !result.arguments().isEmpty()
                ? verbOf(origin.in().bind(result.arguments().get(0)))
                : Optional.empty();
    }

    static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}

package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.RouteTemplates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests that the code of a test class sends, and what its set-up says about where they go. They are read at the
 * end: set-up that comes last in the code runs first.
 */
final class RequestLog {

    private final ValueFlow flow;
    private final StringResolver texts;
    private final ClientBases bases;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Set<String>> basesByLibrary = new HashMap<>();
    private final Set<Value> stubbed = new HashSet<>();
    private final Set<String> stubPorts = new HashSet<>();

    /**
     * Where a request is sent.
     *
     * @param text file and line
     * @param method the test method; null for set-up code
     * @param addresses where production code sends it, the addresses that the test handed over
     */
    record Place(String text, @Nullable String method, List<String> addresses) {}

    private record Entry(SentRequest request, Place place) {}

    RequestLog(ValueFlow flow, StringResolver texts, ClientBases bases) {
        this.flow = flow;
        this.texts = texts;
        this.bases = bases;
    }

    void add(SentRequest request, Place place) {
        entries.add(new Entry(request, place));
    }

    /** Records what annotations of a test class say: the endpoint that all requests go to, the ports of stubs. */
    void declaredBy(ClassFacts facts) {
        facts.annotations().forEach(annotation -> {
            Frameworks.first(framework -> framework.testedEndpoint(annotation))
                    .ifPresent(endpoint -> base(ANY_LIBRARY, endpointPath(endpoint)));
            if (OtherServers.isStub(annotation.type())) {
                annotation.values().values().forEach(value -> stubPorts.add(String.valueOf(value)));
            }
        });
    }

    private static final String ANY_LIBRARY = "*";

    private String endpointPath(String endpoint) {
        return flow.graph().index().find(endpoint).stream()
                .flatMap(facts -> facts.annotations().stream())
                .flatMap(annotation -> Frameworks.first(framework -> framework.routePrefixes(annotation)).stream())
                .map(prefixes -> RouteTemplates.join("", prefixes.get(0)))
                .findFirst()
                .orElse("/");
    }

    /** Records a static field that holds the base of all requests of its library. */
    void written(Effect.Written written, Frame frame) {
        if (ClientBases.isBase(written.owner(), written.name())) {
            texts.of(frame.bind(written.value())).forEach(base -> base(ClientBases.library(written.owner()), base));
        }
    }

    private void base(String library, String base) {
        basesByLibrary
                .computeIfAbsent(library, ignored -> new LinkedHashSet<>())
                .add(base);
    }

    /** Records a base for a client whose making the code does not show, a client that a stub answers, a stub's port. */
    void setUp(Value.Result result, Frame frame) {
        Call call = result.call();
        if (call.descriptor().endsWith(")V") || result.receiver() == null) {
            bases.set(result, frame)
                    .filter(ignored ->
                            !call.name().equals("<init>") && call.descriptor().endsWith(")V"))
                    .ifPresent(base -> texts.of(base).forEach(text -> base(ClientBases.library(call.owner()), text)));
        }
        if (Frameworks.any(framework -> framework.answersForServer(call))) {
            result.arguments()
                    .forEach(client ->
                            stubbed.add(flow.origin(frame.bind(client)).value()));
        }
        if (OtherServers.isStub(call.owner())) {
            ports(result, frame).forEach(stubPorts::add);
        }
    }

    /** The numbers among the arguments, also those of an address that is made for them. */
    private Stream<String> ports(Value.Result result, Frame frame) {
        return result.arguments().stream()
                .map(argument -> flow.origin(frame.bind(argument)))
                .flatMap(origin -> origin.value() instanceof Value.Created created
                        ? origin.in().bindAll(created.arguments()).stream()
                        : Stream.of(origin))
                .flatMap(value -> texts.of(value).stream())
                .filter(text -> text.matches("[1-9]\\d{2,4}"));
    }

    /**
     * Returns the requests that may reach a service.
     *
     * @param elsewhere whether the service runs in another process, at whatever host
     */
    List<Request> requests(boolean elsewhere) {
        List<Request> requests = new ArrayList<>();
        for (Entry entry : entries) {
            SentRequest sent = entry.request();
            if (sent.sender() != null && stubbed.contains(sent.sender())) {
                continue;
            }
            based(sent).stream()
                    .filter(url -> entry.place().addresses().isEmpty()
                            || entry.place().addresses().stream().anyMatch(url::startsWith))
                    .map(UrlPath::of)
                    .flatMap(Optional::stream)
                    .filter(path -> !stubPorts.contains(path.port()))
                    .filter(path -> sent.anyHost() || elsewhere || path.host() != UrlPath.Host.FOREIGN)
                    .map(path -> new Request(
                            path,
                            sent.verb(),
                            entry.place().text(),
                            entry.place().method()))
                    .forEach(requests::add);
        }
        return requests;
    }

    private List<String> based(SentRequest sent) {
        Set<String> known = new LinkedHashSet<>(basesByLibrary.getOrDefault(sent.client(), Set.of()));
        if (!sent.client().isEmpty()) {
            known.addAll(basesByLibrary.getOrDefault(ANY_LIBRARY, Set.of()));
        }
        if (known.isEmpty()) {
            return sent.isOnlyBase() ? List.of() : sent.urls();
        }
        return Requests.below(joined(known), sent.urls());
    }

    /** Where some name the host and others the path, each application has both. */
    private static List<String> joined(Set<String> bases) {
        List<String> hosts = bases.stream().filter(Requests::namesHost).toList();
        List<String> paths =
                bases.stream().filter(base -> !Requests.namesHost(base)).toList();
        return hosts.isEmpty() ? paths : paths.isEmpty() ? hosts : Requests.below(hosts, paths);
    }
}

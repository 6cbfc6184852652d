package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.SentRequest.Transport;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests that the code of a test class sends, and what its set-up says about where they go. They are read at the
 * end: set-up that comes last in the code runs first.
 */
final class RequestLog {

    private static final String ANY_LIBRARY = "*";

    private final ValueFlow flow;
    private final StringResolver texts;
    private final ClientBases bases;
    private final OtherServers others;
    /** What is read when all code has been seen, as set-up that comes last in the code runs first. */
    private final List<Runnable> later = new ArrayList<>();

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Set<String>> basesByLibrary = new HashMap<>();
    private final Map<String, Set<String>> portsByLibrary = new HashMap<>();
    private final Set<Value> stubbed = new HashSet<>();
    private final Set<String> stubPorts = new HashSet<>();
    /** The ports of servers that the test sets up itself, perhaps with the service. */
    private final Set<String> ownPorts = new HashSet<>();

    private final List<Given> given = new ArrayList<>();

    /** A stub answers the clients that the test injects. */
    private boolean answered;

    /** The address of a stub is a property of the configuration. */
    private boolean stubInConfiguration;

    /**
     * Where a request is sent.
     *
     * @param text file and line
     * @param method the test method; null for set-up code
     * @param addresses where production code sends it, the addresses that the test handed over
     */
    record Place(String text, @Nullable String method, List<String> addresses) {}

    private record Entry(SentRequest request, Place place) {}

    private record Given(Value.Result result, Frame in, BooleanSupplier onMock) {}

    RequestLog(ValueFlow flow, StringResolver texts, ClientBases bases, OtherServers others) {
        this.flow = flow;
        this.texts = texts;
        this.bases = bases;
        this.others = others;
    }

    void add(Supplier<Optional<SentRequest>> request, Place place) {
        later.add(() -> request.get().ifPresent(sent -> entries.add(new Entry(sent, place))));
    }

    /** Records what annotations of a test class say: the endpoint that all requests go to, the ports of stubs. */
    void declaredBy(ClassFacts facts) {
        facts.annotations().forEach(annotation -> {
            Frameworks.first(Framework::testedEndpoint, annotation)
                    .ifPresent(endpoint ->
                            base(ANY_LIBRARY, TestedEndpoints.path(flow.graph().index(), endpoint)));
            answered |= Frameworks.any(Framework::answersClients, annotation);
            if (OtherServers.isStub(annotation.type())) {
                annotation.values().values().forEach(this::portsIn);
            }
        });
    }

    /** Also in {@code "com.acme:orders:+:stubs:8085"}. */
    private void portsIn(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::portsIn);
        } else if (value instanceof AnnotationFacts nested) {
            nested.values().values().forEach(this::portsIn);
        } else {
            String text = String.valueOf(value);
            stubPorts.add(text.substring(text.lastIndexOf(':') + 1));
            stubInConfiguration |= text.matches("[\\w-]+(?:\\.[\\w-]+)+");
        }
    }

    /** Records a static field that holds the base of all requests of its library. */
    void written(Effect.Written written, Frame frame) {
        if (ClientBases.isBase(written.owner(), written.name())) {
            boolean port = written.name().equals("port");
            later.add(() -> texts.of(frame.bind(written.value()))
                    .forEach(text ->
                            add(port ? portsByLibrary : basesByLibrary, ClientBases.library(written.owner()), text)));
        }
    }

    private static void add(Map<String, Set<String>> byLibrary, String library, String text) {
        byLibrary.computeIfAbsent(library, ignored -> new LinkedHashSet<>()).add(text);
    }

    private void base(String library, String base) {
        add(basesByLibrary, library, base);
    }

    /** Records a base for a client whose making the code does not show, a client that a stub answers, a stub's port. */
    void setUp(Value.Result result, Frame frame) {
        Call call = result.call();
        if (call.descriptor().endsWith(")V") || result.receiver() == null) {
            later.add(() -> setBase(result, frame));
        }
        if (Frameworks.any(Framework::answersForServer, call)) {
            result.arguments()
                    .forEach(client ->
                            stubbed.add(flow.origin(frame.bind(client)).value()));
        }
        if (result.receiver() != null
                && Frameworks.any(Framework::replacesTransport, call)
                && result.arguments().stream().anyMatch(transport -> isOwn(frame.bind(transport)))) {
            stubbed.add(flow.beginning(frame.bind(result.receiver())).value());
        }
        if (OtherServers.isStub(call.owner())) {
            ports(result, frame).forEach(port -> port(port, stubPorts));
        } else if (OtherServers.isSetUpByTests(call)) {
            ports(result, frame).forEach(port -> port(port, ownPorts));
        } else if (result.receiver() != null && Frameworks.any(Framework::answersConnections, call)) {
            answered(frame.bind(result.receiver()));
        }
    }

    private void setBase(Value.Result result, Frame frame) {
        Call call = result.call();
        bases.set(result, frame)
                .filter(ignored ->
                        !call.name().equals("<init>") && call.descriptor().endsWith(")V"))
                .ifPresent(base -> texts.of(base).forEach(text -> base(ClientBases.library(call.owner()), text)));
        bases.handler(result, frame).forEach(text -> base(ClientBases.library(call.owner()), text));
    }

    /** A socket from which the test itself takes connections: its port is given where it is made or bound. */
    private void answered(Bound socket) {
        others.mark(socket);
        for (Bound origin : flow.chain(socket)) {
            if (origin.value() instanceof Value.Result result) {
                ports(result, origin.in()).forEach(port -> port(port, stubPorts));
            } else if (origin.value() instanceof Value.Created created) {
                origin.in().bindAll(created.arguments()).forEach(port -> port(port, stubPorts));
            }
        }
    }

    /** A transport that is a lambda or an object of the test's own answers instead of a server. */
    private boolean isOwn(Bound transport) {
        Value origin = flow.origin(transport).value();
        return origin instanceof Value.Function
                || (origin instanceof Value.Created created && flow.graph().isOwn(created.type()));
    }

    /** Records what a call is given: a request may be among it that another call prepared. */
    void gives(Value.Result result, Frame frame, BooleanSupplier onMock) {
        given.add(new Given(result, frame, onMock));
    }

    /** Returns the values that calls are given, in whatever form: all, or only those of calls that may send requests. */
    private Set<Value> given(boolean sending) {
        Set<Value> found = new HashSet<>();
        int steps = flow.graph().limits().chainedCalls();
        for (Given call : given) {
            Value.Result result = call.result();
            boolean sends = ClientCalls.sends(result.call());
            if (!sending || (sends && !call.onMock().getAsBoolean())) {
                result.arguments().forEach(value -> parts(call.in().bind(value), steps, found));
            }
            if (sending && sends && result.receiver() != null) {
                parts(call.in().bind(result.receiver()), steps, found);
            }
        }
        return found;
    }

    /** The servers to which prepared requests are sent, where they are given beside them. */
    private Map<Value, List<String>> servers() {
        Map<Value, List<String>> servers = new HashMap<>();
        for (Given call : given) {
            List<Bound> hosts = Requests.hosts(call.result(), call.in());
            if (!hosts.isEmpty()) {
                Set<Value> requests = new HashSet<>();
                call.in()
                        .bindAll(call.result().arguments())
                        .forEach(value -> parts(value, flow.graph().limits().chainedCalls(), requests));
                List<String> server = texts.of(hosts.get(0));
                requests.forEach(request -> servers.put(request, server));
            }
        }
        return servers;
    }

    private void parts(Bound value, int steps, Set<Value> found) {
        Bound origin = flow.origin(value);
        if (steps == 0 || !found.add(origin.value())) {
            return;
        }
        if (origin.value() instanceof Value.Result result) {
            result.parts().forEach(part -> parts(origin.in().bind(part), steps - 1, found));
        } else if (origin.value() instanceof Value.Array array) {
            array.elements().forEach(element -> parts(origin.in().bind(element), steps - 1, found));
        }
    }

    /** The numbers among the arguments, also those of an address that is made for them. */
    private Stream<Bound> ports(Value.Result result, Frame frame) {
        List<String> types = MethodKey.of(result.call()).parameterTypes();
        List<Bound> arguments = frame.bindAll(result.arguments());
        return IntStream.range(0, Math.min(types.size(), arguments.size()))
                .boxed()
                .flatMap(i -> {
                    Bound origin = flow.origin(arguments.get(i));
                    return origin.value() instanceof Value.Created created
                            ? origin.in().bindAll(created.arguments()).stream()
                            : types.get(i).equals("int") ? Stream.of(arguments.get(i)) : Stream.empty();
                });
    }

    private void port(Bound port, Set<String> known) {
        List<String> numbers = texts.of(port);
        numbers.stream().filter(text -> text.matches("[1-9]\\d{2,4}")).forEach(known::add);
        if (known == stubPorts && numbers.contains(StringResolver.GAP)) {
            others.mark(port);
        }
    }

    /**
     * Returns the requests that may reach a service.
     *
     * @param elsewhere whether the service runs in another process, at whatever host
     */
    List<Request> requests(boolean elsewhere) {
        later.forEach(Runnable::run);
        later.clear();
        List<Request> requests = new ArrayList<>();
        boolean prepared = entries.stream().anyMatch(entry -> entry.request().prepared() != null);
        Set<Value> elsewhereGiven = prepared ? given(false) : Set.of();
        if (prepared) {
            elsewhereGiven.removeAll(given(true));
        }
        Map<Value, List<String>> servers = prepared ? servers() : Map.of();
        for (Entry entry : entries) {
            SentRequest sent = toServer(entry.request(), servers);
            if (sent.sender() != null && stubbed.contains(sent.sender())) {
                continue;
            }
            based(sent).stream()
                    .filter(url -> entry.place().addresses().isEmpty()
                            || entry.place().addresses().stream().anyMatch(url::startsWith))
                    .map(UrlPath::of)
                    .flatMap(Optional::stream)
                    .filter(path -> !stubPorts.contains(path.port()))
                    .map(path -> ownPorts.contains(path.port()) ? path.elsewhere() : path)
                    .filter(path ->
                            sent.transport() != Transport.NETWORK || elsewhere || path.host() != UrlPath.Host.FOREIGN)
                    .map(path -> new Request(
                            path,
                            sent.verb(),
                            entry.place().text(),
                            entry.place().method(),
                            sent.transport() == Transport.NETWORK,
                            isSent(sent, path, elsewhereGiven)))
                    .forEach(requests::add);
        }
        return requests;
    }

    private static SentRequest toServer(SentRequest sent, Map<Value, List<String>> servers) {
        List<String> server = sent.prepared() == null ? null : servers.get(sent.prepared());
        return server == null ? sent : sent.below(server);
    }

    /** A prepared request that is given to something which sends none is an expectation, or the input of a filter. */
    private boolean isSent(SentRequest sent, UrlPath path, Set<Value> givenToOthers) {
        if (sent.prepared() != null && givenToOthers.contains(sent.prepared())) {
            return false;
        }
        boolean unknownHost = sent.urls().stream().anyMatch(url -> url.startsWith(StringResolver.GAP));
        return switch (sent.transport()) {
            case IN_PROCESS -> true;
            case EITHER -> path.host() != UrlPath.Host.FOREIGN;
            case NETWORK ->
                !((answered && sent.urls().stream().noneMatch(url -> url.contains("://")))
                        || (stubInConfiguration && unknownHost));
        };
    }

    private List<String> based(SentRequest sent) {
        Set<String> ports = portsByLibrary.getOrDefault(sent.client(), Set.of());
        Set<String> known = new LinkedHashSet<>(basesByLibrary.getOrDefault(sent.client(), Set.of()));
        if (!sent.client().isEmpty()) {
            known.addAll(basesByLibrary.getOrDefault(ANY_LIBRARY, Set.of()));
        }
        if (known.isEmpty() && ports.isEmpty()) {
            return sent.isOnlyBase() ? List.of() : sent.urls();
        }
        List<String> joined = known.isEmpty() ? List.of("") : joined(known);
        return Requests.below(ports.isEmpty() ? joined : UrlText.withPorts(joined, ports), sent.urls());
    }

    /** Where some name the host and others the path, each application has both. */
    private static List<String> joined(Set<String> bases) {
        List<String> hosts = bases.stream().filter(Requests::namesHost).toList();
        List<String> paths =
                bases.stream().filter(base -> !Requests.namesHost(base)).toList();
        return hosts.isEmpty() ? paths : paths.isEmpty() ? hosts : Requests.below(hosts, paths);
    }
}

package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.ValueFlow.Target;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the code that a test class reaches, helpers included, and collects its calls, requests and mocks. */
final class Walk {

    private static final Set<String> TESTS = Frameworks.union(Framework::testAnnotations);

    private final ValueFlow flow;
    private final StringResolver texts;
    private final ClientCalls clients;
    private final Requests requests;
    private final Mocks mocks;
    private final DeclaredClientReader declared;
    private final Documents documents;
    private final ProvidedArguments arguments;

    final List<Met> calls = new ArrayList<>();
    final List<GeneratedClients.Stub> stubs = new ArrayList<>();
    final RequestLog sent;
    final List<Operation> operations = new ArrayList<>();
    final Messages messages;
    final Set<String> mocked = new LinkedHashSet<>();
    final ReplacedBeans replaced;
    /** The production classes whose objects or class literals test code uses. */
    final Set<String> named = new LinkedHashSet<>();

    /** The classes of tests and their helpers whose code runs. */
    final Set<String> ran = new LinkedHashSet<>();

    /** The test methods whose requests are expected to be refused. */
    final Set<String> refused = new LinkedHashSet<>();

    final SliceControllers served = new SliceControllers();

    /**
     * A call of code outside of the tests.
     *
     * @param call the call
     * @param type the class of the object that it is called on
     * @param onMock whether that is a mock
     * @param given the classes of the real objects passed to it
     * @param injected whether something other than the test's code may have made the object
     * @param place file and line
     * @param method the test method; null for set-up code
     */
    record Met(
            Call call,
            String type,
            boolean onMock,
            Set<String> given,
            boolean injected,
            String place,
            @Nullable String method) {}

    /** An operation that test code requests; {@code method} is the test method, null for set-up code. */
    record Operation(Route route, String place, @Nullable String method) {}

    /**
     * One method to follow.
     *
     * @param target the method
     * @param addresses the addresses that the test hands to production code; empty within code of tests
     */
    private record Step(Target target, List<String> addresses) {}

    Walk(ValueFlow flow, ClientCalls clients) {
        this.flow = flow;
        this.clients = clients;
        OtherServers others = new OtherServers(flow);
        this.texts = new StringResolver(flow, others);
        ClientBases bases = new ClientBases(flow, texts);
        this.requests = new Requests(flow, texts, bases, clients);
        this.mocks = new Mocks(flow);
        this.replaced = new ReplacedBeans(flow, mocks);
        this.declared = new DeclaredClientReader(flow, bases);
        this.documents = new Documents(texts);
        this.messages = new Messages(flow, texts);
        this.arguments = new ProvidedArguments(flow);
        this.sent = new RequestLog(flow, texts, bases, others);
    }

    /** Returns whose servers the generated clients of a module's tests reach. */
    Channels channels(PathPrefixes settings, String module) {
        return new Channels(flow, texts, settings, module);
    }

    void through(TestClass testClass, BeansOfTests beans) {
        Set<String> running = new LinkedHashSet<>();
        running.add(testClass.name());
        refused.addAll(RefusedRequests.of(testClass, flow));
        testClass.methods().stream().map(TestMethod::runsIn).distinct().forEach(type -> flow.graph()
                .ownSuperClasses(type)
                .forEach(this::declare));
        for (TestMethod method : testClass.methods()) {
            running.add(method.runsIn());
            MethodKey key = new MethodKey(method.name(), method.descriptor());
            flow.graph().method(method.declaredIn(), key).ifPresent(facts -> arguments
                    .sources(facts, method.runsIn())
                    .forEach(source -> follow(source, method.name())));
            frames(method, key).forEach(frame -> follow(new Target(method.declaredIn(), key, frame), method.name()));
        }
        Set<String> seen = new HashSet<>();
        running.forEach(type -> setUp(type, seen));
        replaced.configured(running);
        beans.replaceIn(testClass, replaced);
        mocked.addAll(replaced.types);
    }

    /** One frame for each invocation of a parameterized test, as far as its arguments can be read. */
    private List<Frame> frames(TestMethod method, MethodKey key) {
        Frame plain = Frame.of(method.runsIn());
        if (key.descriptor().startsWith("()")) {
            return List.of(plain);
        }
        Optional<MethodFacts> facts = flow.graph().method(method.declaredIn(), key);
        Stream<List<Bound>> listed = facts.stream()
                .flatMap(found -> Frameworks.ALL.stream().flatMap(framework -> framework.invocations(found).stream()))
                .map(texts ->
                        plain.bindAll(texts.stream().<Value>map(Value.Text::new).toList()));
        Stream<List<Bound>> provided = facts.stream().flatMap(found -> arguments.of(found, method.runsIn()).stream());
        List<Frame> frames = Stream.concat(listed, provided)
                .map(arguments -> new Frame(method.runsIn(), null, arguments))
                .toList();
        return frames.isEmpty() ? List.of(plain) : frames;
    }

    private void setUp(String type, Set<String> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (ClassFacts facts : flow.graph().ownSuperClasses(type)) {
            declare(facts);
            replaced.providedBy(facts);
            for (MethodFacts method : facts.methods()) {
                boolean runs = method.name().startsWith("<")
                        || (!method.annotations().isEmpty() && !isTest(method.annotations()))
                        || overridesLibrary(type, method);
                if (runs) {
                    follow(new Target(facts.name(), MethodKey.of(method), Frame.of(type)), null);
                }
            }
            flow.graph().members(facts.name()).forEach(member -> setUp(member.name(), seen));
        }
    }

    /** The library's superclass calls it, as Jersey's test framework calls {@code configure}. */
    private boolean overridesLibrary(String type, MethodFacts method) {
        return flow.graph().superClasses(type).stream()
                .filter(facts -> facts.root() == null && !facts.name().startsWith("java."))
                .anyMatch(facts ->
                        flow.graph().method(facts.name(), MethodKey.of(method)).isPresent());
    }

    static boolean isTest(List<AnnotationFacts> annotations) {
        return annotations.stream().map(AnnotationFacts::type).anyMatch(TESTS::contains);
    }

    private void declare(ClassFacts facts) {
        mocked.addAll(mocks.declared(facts));
        replaced.declaredBy(facts);
        served.by(facts);
        sent.declaredBy(facts);
    }

    private void follow(Target first, @Nullable String method) {
        flow.graph().explore(first.owner(), List.of(new Step(first, List.of())), this::identity, step -> {
            List<Step> next = new ArrayList<>();
            ran.add(step.target().owner());
            List<Effect> effects = flow.effects(step.target());
            DeferredCalls deferred = DeferredCalls.among(effects, flow, clients);
            for (Effect effect : effects) {
                if (effect instanceof Effect.Called called) {
                    if (!deferred.contains(called.result())) {
                        next.addAll(met(called, step, method));
                    }
                } else if (effect instanceof Effect.Written written) {
                    sent.written(written, step.target().frame());
                }
            }
            return next;
        });
    }

    private String identity(Step step) {
        Target target = step.target();
        String values = target.frame().arguments().stream()
                .map(argument -> String.join("|", texts.of(argument)))
                .collect(Collectors.joining(","));
        return target.owner() + target.key() + target.frame().thisClass() + values;
    }

    private List<Step> met(Effect.Called called, Step in, @Nullable String method) {
        Call declaredCall = flow.declared(called.result().call());
        Value.Result result = new Value.Result(
                declaredCall, called.result().receiver(), called.result().arguments());
        Frame frame = in.target().frame();
        RequestLog.Place place =
                new RequestLog.Place(place(in.target().owner(), declaredCall.line()), method, in.addresses());
        if (!in.addresses().isEmpty()) {
            return metByProduction(called, result, in, place);
        }
        sent.gives(result, frame, () -> isOnStandIn(result, frame));
        Mocks.made(result, frame).ifPresent(mocked::add);
        Optional<Bound> receiver = Optional.ofNullable(result.receiver()).map(frame::bind);
        if (!flow.graph().isOwn(declaredCall.owner())) {
            return metLibrary(called, result, in, place);
        }
        boolean onMock = receiver.filter(bound -> mocks.isMock(bound) || isMockParameter(bound))
                .isPresent();
        if (!onMock) {
            sent.add(() -> declared.of(result, frame), place);
        }
        if (flow.isHelper(declaredCall.owner())
                || (called.virtual() && flow.isOverriddenByTests(receiver, declaredCall))) {
            return steps(called, result, frame, List.of());
        }
        String type = receiver.map(bound -> flow.classOf(flow.origin(bound), declaredCall.owner()))
                .orElse(declaredCall.owner());
        if (!onMock) {
            named.add(type);
        }
        boolean injected = receiver.filter(bound -> !(flow.origin(bound).value() instanceof Value.Created))
                .isPresent();
        Met met = new Met(declaredCall, type, onMock, given(result, frame), injected, place.text(), method);
        GeneratedClients.stub(met, frame.bind(result), flow).ifPresentOrElse(stubs::add, () -> calls.add(met));
        List<String> addresses = onMock ? List.of() : addresses(result, frame);
        return addresses.isEmpty() || !mayRequest(type, result, frame)
                ? List.of()
                : steps(called, result, frame, addresses);
    }

    private List<Step> metLibrary(Effect.Called called, Value.Result result, Step in, RequestLog.Place place) {
        Frame frame = in.target().frame();
        result.arguments().forEach(this::name);
        replaced.by(result, frame);
        Call call = result.call();
        if (GeneratedClients.contract(call).isPresent()) {
            boolean onMock = isOnStandIn(result, frame);
            Met met = new Met(call, call.owner(), onMock, Set.of(), false, place.text(), place.method());
            GeneratedClients.stub(met, frame.bind(result), flow).ifPresent(stubs::add);
        }
        served.by(result, frame, flow, mocks, place.method());
        if (!isOnStandIn(result, frame)) {
            messages.by(result, frame, place.text(), place.method());
        }
        sent.setUp(result, frame);
        documents
                .operations(result, frame)
                .forEach(route -> operations.add(new Operation(route, place.text(), place.method())));
        if (clients.form(result.call()).isPresent() && !isOnStandIn(result, frame)) {
            boolean prepares = clients.prepares(result.call())
                    && flow.graph().isTest(in.target().owner());
            sent.add(
                    () -> requests.of(result, frame)
                            .map(request -> prepares ? request.preparedAs(prepared(called.result())) : request),
                    place);
        }
        return flow.isHelper(result.call().owner()) ? steps(called, result, frame, List.of()) : List.of();
    }

    /** A constructor is called on the object that it makes. */
    private static Value prepared(Value.Result call) {
        return call.call().name().equals("<init>") && call.receiver() != null ? call.receiver() : call;
    }

    /** A lambda, or an object of the build's own that overrides the method, stands in for a client as a mock does. */
    private boolean isOnStandIn(Value.Result result, Frame frame) {
        if (result.receiver() == null) {
            return false;
        }
        Bound receiver = frame.bind(result.receiver());
        Value origin = flow.origin(receiver).value();
        boolean own = origin instanceof Value.Created created
                && !result.call().name().startsWith("<")
                && flow.graph().isOwn(created.type())
                && flow.methods(created.type()).containsKey(MethodKey.of(result.call()));
        return own || origin instanceof Value.Function || isOnMock(receiver);
    }

    /** What a call of a mock returns is a mock too, or nothing. */
    private boolean isOnMock(Bound receiver) {
        Bound next = receiver;
        for (int steps = flow.graph().limits().chainedCalls(); steps > 0; steps--) {
            if (mocks.isMock(next) || isMockParameter(next)) {
                return true;
            }
            Bound origin = flow.origin(next);
            if (!(origin.value() instanceof Value.Result made) || made.receiver() == null) {
                return false;
            }
            next = origin.in().bind(made.receiver());
        }
        return false;
    }

    private void name(Value argument) {
        if (argument instanceof Value.Literal literal) {
            named.add(literal.type());
        } else if (argument instanceof Value.Array array) {
            array.elements().forEach(this::name);
        }
    }

    /** Of production code, only the requests to an address that the test handed over are of interest. */
    private List<Step> metByProduction(Effect.Called called, Value.Result result, Step in, RequestLog.Place place) {
        Frame frame = in.target().frame();
        if (clients.form(result.call()).isPresent()) {
            sent.add(() -> requests.of(result, frame), place);
        }
        return mayRequest(result.call().owner(), result, frame)
                ? steps(called, result, frame, in.addresses())
                : List.of();
    }

    private List<Step> steps(Effect.Called called, Value.Result result, Frame frame, List<String> addresses) {
        return flow.targets(result, called.virtual(), frame).stream()
                .map(target -> new Step(target, addresses))
                .toList();
    }

    /** Returns whether a production class sends requests, itself or through a class that it names. */
    private boolean mayRequest(String type, Value.Result result, Frame frame) {
        return flow.graph().isProduction(type)
                && (clients.isSender(type)
                        || flow.targets(result, true, frame).stream()
                                .map(target -> flow.methods(target.owner()).get(target.key()))
                                .anyMatch(body -> body != null
                                        && body.types().stream()
                                                .anyMatch(name ->
                                                        flow.graph().isProduction(name) && clients.isSender(name))));
    }

    /** The addresses among the arguments of a call and of the constructor of the object that it is called on. */
    private List<String> addresses(Value.Result result, Frame frame) {
        List<Bound> given = new ArrayList<>(frame.bindAll(result.arguments()));
        if (result.receiver() != null) {
            Bound self = flow.origin(frame.bind(result.receiver()));
            if (self.value() instanceof Value.Created created) {
                given.addAll(self.in().bindAll(created.arguments()));
            }
        }
        return given.stream()
                .flatMap(value -> texts.of(value).stream())
                .filter(text -> text.contains("://") || text.startsWith(StringResolver.ELSEWHERE))
                .toList();
    }

    /** Of an argument that JUnit passes to a test method, only the type is known. */
    private boolean isMockParameter(Bound bound) {
        return flow.origin(bound).value() instanceof Value.Parameter parameter && mocked.contains(parameter.type());
    }

    private Set<String> given(Value.Result result, Frame frame) {
        Set<String> given = new LinkedHashSet<>();
        for (Value argument : result.arguments()) {
            Bound bound = frame.bind(argument);
            Value origin = flow.origin(bound).value();
            if (origin instanceof Value.Created created) {
                given.add(created.type());
            } else if (origin instanceof Value.Field field && !mocks.isMock(bound)) {
                given.add(field.type());
            }
        }
        return given;
    }

    private String place(String className, int line) {
        String file = flow.graph()
                .index()
                .find(className)
                .map(ClassFacts::sourceFile)
                .orElse(Requests.simpleName(className) + ".java");
        return line > 0 ? file + ":" + line : file;
    }
}

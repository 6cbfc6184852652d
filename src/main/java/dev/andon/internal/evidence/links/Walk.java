package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.ValueFlow.Target;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows the code that a test class reaches, helpers included, and collects its calls, requests and mocks. */
final class Walk {

    private static final Set<String> TESTS = Frameworks.union(Framework::testAnnotations);

    private final ValueFlow flow;
    private final StringResolver texts;
    private final Requests requests;
    private final Mocks mocks;
    private final DeclaredClientReader exchanges;

    final List<Met> calls = new ArrayList<>();
    final List<Request> asked = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();
    final Set<UrlPath> bases = new LinkedHashSet<>();
    final Set<String> mocked = new LinkedHashSet<>();
    final Set<String> replaced = new LinkedHashSet<>();
    final SliceControllers served = new SliceControllers();

    /** A call of code outside of the tests; {@code given} are the classes of the real objects passed to it. */
    record Met(
            Call call,
            String type,
            boolean onMock,
            Set<String> given,
            String place,
            @Nullable String method) {}

    /** An operation that test code requests; {@code method} is the test method, null for set-up code. */
    record Operation(Route route, String place, @Nullable String method) {}

    Walk(ValueFlow flow) {
        this.flow = flow;
        this.texts = new StringResolver(flow);
        this.requests = new Requests(flow, texts);
        this.mocks = new Mocks(flow);
        this.exchanges = new DeclaredClientReader(flow);
    }

    void through(TestClass testClass) {
        Set<String> running = new LinkedHashSet<>();
        running.add(testClass.name());
        testClass
                .methods()
                .forEach(method -> flow.graph().ownSuperClasses(method.runsIn()).forEach(this::declare));
        for (TestMethod method : testClass.methods()) {
            running.add(method.runsIn());
            MethodKey key = new MethodKey(method.name(), method.descriptor());
            frames(method, key).forEach(frame -> follow(new Target(method.declaredIn(), key, frame), method.name()));
        }
        Set<String> seen = new HashSet<>();
        running.forEach(type -> setUp(type, seen, 3));
    }

    /** One frame for each invocation of a parameterized test whose annotations list the arguments. */
    private List<Frame> frames(TestMethod method, MethodKey key) {
        Frame plain = Frame.of(method.runsIn());
        List<Frame> frames = flow.graph().method(method.declaredIn(), key).stream()
                .flatMap(facts -> Frameworks.ALL.stream().flatMap(framework -> framework.invocations(facts).stream()))
                .map(arguments -> arguments.stream().<Value>map(Value.Text::new).toList())
                .map(arguments -> new Frame(method.runsIn(), null, plain.bindAll(arguments)))
                .toList();
        return frames.isEmpty() ? List.of(plain) : frames;
    }

    private void setUp(String type, Set<String> seen, int depth) {
        if (depth == 0 || !seen.add(type)) {
            return;
        }
        for (ClassFacts facts : flow.graph().ownSuperClasses(type)) {
            declare(facts);
            for (MethodFacts method : facts.methods()) {
                boolean runs = method.name().startsWith("<")
                        || (!method.annotations().isEmpty() && !isTest(method.annotations()));
                if (runs) {
                    follow(new Target(facts.name(), MethodKey.of(method), Frame.of(type)), null);
                }
            }
            flow.graph().members(facts.name()).forEach(member -> setUp(member.name(), seen, depth - 1));
        }
    }

    private static boolean isTest(List<AnnotationFacts> annotations) {
        return annotations.stream().map(AnnotationFacts::type).anyMatch(TESTS::contains);
    }

    private void declare(ClassFacts facts) {
        mocked.addAll(Mocks.declared(facts, false));
        mocked.addAll(Mocks.declared(facts, true));
        replaced.addAll(Mocks.declared(facts, true));
        served.by(facts);
    }

    private void follow(Target first, @Nullable String method) {
        Deque<Target> open = new ArrayDeque<>(List.of(first));
        Set<String> seen = new HashSet<>();
        int most = flow.graph().limits().methods();
        while (!open.isEmpty()) {
            Target target = open.remove();
            if (!seen.add(describe(target))) {
                continue;
            }
            if (seen.size() > most) {
                flow.graph().cutOff(first.owner(), most + " methods");
                return;
            }
            for (Effect effect : flow.effects(target)) {
                if (effect instanceof Effect.Called called) {
                    open.addAll(met(called, target, method));
                } else if (effect instanceof Effect.Written written) {
                    base(written, target.frame());
                }
            }
        }
    }

    private String describe(Target target) {
        String arguments = target.frame().arguments().stream()
                .map(argument -> String.join("|", texts.of(argument)))
                .collect(Collectors.joining(","));
        return target.owner() + target.key() + target.frame().thisClass() + arguments;
    }

    private List<Target> met(Effect.Called called, Target in, @Nullable String method) {
        Value.Result result = called.result();
        Call call = result.call();
        Mocks.made(result, in.frame()).ifPresent(mocked::add);
        String place = place(in.owner(), call.line());
        if (flow.graph().isOwn(call.owner())) {
            exchanges.of(call).ifPresent(found -> ask(found, place, method));
        }
        if (flow.graph().isOwn(call.owner()) && flow.isHelper(call.owner())) {
            return flow.targets(result, called.virtual(), in.frame());
        }
        Optional<Bound> receiver = Optional.ofNullable(result.receiver()).map(in.frame()::bind);
        if (flow.graph().isOwn(call.owner())) {
            boolean onMock = receiver.filter(bound -> mocks.isMock(bound) || isMockParameter(bound))
                    .isPresent();
            String type = receiver.map(bound -> flow.classOf(flow.origin(bound, 8), call.owner()))
                    .orElse(call.owner());
            calls.add(new Met(call, type, onMock, given(result, in.frame()), place, method));
            return List.of();
        }
        served.by(result, in.frame(), flow);
        requests.bases(result, in.frame()).forEach(this::base);
        requests.operations(result, in.frame()).forEach(route -> operations.add(new Operation(route, place, method)));
        requests.of(result, in.frame()).ifPresent(found -> ask(found, place, method));
        return flow.isHelper(call.owner()) ? flow.targets(result, called.virtual(), in.frame()) : List.of();
    }

    private void ask(Requests.Found found, String place, @Nullable String method) {
        found.urls().stream()
                .map(url -> UrlPath.of(url, found.certain()))
                .flatMap(Optional::stream)
                .forEach(path -> asked.add(new Request(path, found.verb(), place, method)));
    }

    /** Of an argument that JUnit passes to a test method, only the type is known. */
    private boolean isMockParameter(Bound bound) {
        return flow.origin(bound, 8).value() instanceof Value.Parameter parameter && mocked.contains(parameter.type());
    }

    private Set<String> given(Value.Result result, Frame frame) {
        Set<String> given = new LinkedHashSet<>();
        for (Value argument : result.arguments()) {
            Bound bound = frame.bind(argument);
            Value origin = flow.origin(bound, 8).value();
            if (origin instanceof Value.Created created) {
                given.add(created.type());
            } else if (origin instanceof Value.Field field && !mocks.isMock(bound)) {
                given.add(field.type());
            }
        }
        return given;
    }

    private void base(Effect.Written written, Frame frame) {
        if (written.name().matches("(?i).*(base|context|root).*|.*(?:url|uri|path|URL|URI|PATH|Url|Uri|Path)")) {
            texts.of(frame.bind(written.value())).forEach(this::base);
        }
    }

    private void base(String text) {
        UrlPath.of(text, false).filter(path -> !path.segments().isEmpty()).ifPresent(bases::add);
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

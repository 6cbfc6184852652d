package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.evidence.links.Frame.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where values come from, through parameters, fields and return values of the build's own code. */
final class ValueFlow {

    private final CodeGraph graph;
    private final HelperCode helpers;
    private final ClientCalls clients;
    private final CallPolicy policy;

    ValueFlow(CodeGraph graph, HelperCode helpers, ClientCalls clients) {
        this.graph = graph;
        this.helpers = helpers;
        this.clients = clients;
        this.policy = CallPolicy.following(this::isFollowed);
    }

    CodeGraph graph() {
        return graph;
    }

    /** A method that may run, and the frame that it runs with. */
    record Target(String owner, MethodKey key, Frame frame) {}

    /** Returns the methods of a class with their bodies. */
    Map<MethodKey, MethodBody> methods(String className) {
        return graph.index().code(className);
    }

    /** Returns the body of a method. */
    List<Effect> effects(Target target) {
        MethodBody body = methods(target.owner()).get(target.key());
        return body == null ? List.of() : body.effects();
    }

    /** Returns whether the class belongs to the tests or their helpers, those of libraries included. */
    boolean isHelper(String className) {
        return helpers.isFollowed(className) || clients.isLibraryHelper(className);
    }

    /** Returns whether values are followed through the code of that class. */
    boolean isFollowed(String className) {
        return graph.isOwn(className) || isHelper(className);
    }

    /**
     * Returns the call with the class that declares its method, where that is a library's: what a test class inherits is
     * called on the test class itself.
     */
    Call declared(Call call) {
        if (!graph.isOwn(call.owner())
                || graph.declared(call.owner(), MethodKey.of(call), policy).isPresent()) {
            return call;
        }
        return graph.superClasses(call.owner()).stream()
                .dropWhile(facts -> facts.root() != null)
                .filter(facts -> graph.method(facts.name(), MethodKey.of(call)).isPresent())
                .findFirst()
                .map(facts -> new Call(facts.name(), call.name(), call.descriptor(), call.line()))
                .orElse(call);
    }

    /** Returns the methods of the build that a call may run. */
    List<Target> targets(Value.Result result, boolean virtual, Frame frame) {
        Call call = result.call();
        MethodKey key = MethodKey.of(call);
        List<Bound> arguments = frame.bindAll(result.arguments());
        Bound self = result.receiver() == null ? null : origin(frame.bind(result.receiver()), depth());
        String thisClass = self == null ? call.owner() : classOf(self, call.owner());
        String type = virtual ? thisClass : call.owner();
        Optional<MethodRef> declared = graph.declared(type, key, policy);
        if (declared.isPresent()) {
            return List.of(new Target(declared.get().owner(), key, new Frame(thisClass, self, arguments)));
        }
        return graph.overriding(type, key, policy).stream()
                .map(sub -> new Target(sub.owner(), key, new Frame(sub.owner(), self, arguments)))
                .toList();
    }

    /** What a class of the tests overrides is its own code, from which a call of the overridden method may follow. */
    boolean isOverriddenByTests(Optional<Bound> receiver, Call call) {
        return receiver.map(this::origin).map(Bound::value).stream()
                .anyMatch(value -> value instanceof Value.Created created
                        && graph.isTest(created.type())
                        && !call.name().startsWith("<")
                        && methods(created.type()).containsKey(MethodKey.of(call)));
    }

    private int depth() {
        return graph.limits().valueSteps();
    }

    /** Returns the class of an object if its origin shows it, otherwise the declared class. */
    String classOf(@Nullable Bound self, String declared) {
        if (self == null) {
            return declared;
        }
        if (self.value() instanceof Value.Created created) {
            return created.type();
        }
        boolean own = self.value() == Value.Plain.THIS
                && (self.in().thisClass().equals(declared)
                        || graph.index().superTypes(self.in().thisClass()).contains(declared));
        return own ? self.in().thisClass() : declared;
    }

    /** Returns the origins of a fluent chain, from what its last call returns back to what it begins with. */
    List<Bound> chain(Bound last) {
        Bound origin = origin(last);
        List<Bound> chain = new ArrayList<>(List.of(origin));
        for (int steps = graph.limits().chainedCalls(); steps > 0; steps--) {
            if (!(origin.value() instanceof Value.Result result) || result.receiver() == null) {
                break;
            }
            origin = origin(origin.in().bind(result.receiver()));
            chain.add(origin);
        }
        return chain;
    }

    /** Returns what a fluent chain begins with. */
    Bound beginning(Bound last) {
        List<Bound> chain = chain(last);
        return chain.get(chain.size() - 1);
    }

    /** Follows a value back through parameters only, to the code that passes it. */
    Bound passed(Bound bound) {
        Bound passed = bound;
        for (int steps = depth(); steps > 0; steps--) {
            if (!(passed.value() instanceof Value.Parameter parameter)
                    || parameter.index() >= passed.in().arguments().size()) {
                return passed;
            }
            passed = passed.in().arguments().get(parameter.index());
        }
        return passed;
    }

    /** Follows a value back through parameters, fields and own methods to its origin. */
    Bound origin(Bound bound) {
        return origin(bound, depth());
    }

    private Bound origin(Bound bound, int depth) {
        if (depth <= 0) {
            graph.cutOff(bound.in().thisClass(), depth() + " steps of a value");
            return bound;
        }
        Frame in = bound.in();
        if (bound.value() == Value.Plain.THIS) {
            return in.self() != null ? in.self() : bound;
        }
        if (bound.value() instanceof Value.Parameter parameter) {
            return parameter.index() < in.arguments().size()
                    ? origin(in.arguments().get(parameter.index()), depth - 1)
                    : bound;
        }
        if (bound.value() instanceof Value.Field field) {
            List<Bound> written = written(field, in, depth - 1);
            return written.isEmpty() ? bound : origin(written.get(0), depth - 1);
        }
        if (bound.value() instanceof Value.Result result
                && isFollowed(result.call().owner())) {
            List<Bound> returned = returned(result, in, depth - 1);
            return returned.isEmpty() ? bound : origin(returned.get(0), depth - 1);
        }
        return bound;
    }

    /** Returns the values that an own method may return. */
    List<Bound> returned(Value.Result result, Frame frame) {
        return returned(result, frame, depth());
    }

    private List<Bound> returned(Value.Result result, Frame frame, int depth) {
        List<Bound> returned = new ArrayList<>();
        if (depth > 0 && isFollowed(result.call().owner())) {
            boolean virtual = result.receiver() != null;
            for (Target target : targets(result, virtual, frame)) {
                for (Effect effect : effects(target)) {
                    if (effect instanceof Effect.Returned back) {
                        returned.add(target.frame().bind(back.value()));
                    }
                }
            }
        }
        return returned;
    }

    /** Returns the values written to a field: first by the constructors that made the object, then by other methods. */
    List<Bound> written(Value.Field field, Frame frame) {
        return written(field, frame, depth());
    }

    private List<Bound> written(Value.Field field, Frame frame, int depth) {
        Bound self = field.of() == null ? null : origin(frame.bind(field.of()), depth);
        String type = field.of() == null ? field.owner() : classOf(self, field.owner());
        List<Bound> made = self != null && self.value() instanceof Value.Created created
                ? self.in().bindAll(created.arguments())
                : List.of();
        List<Bound> written = new ArrayList<>();
        Frame whole = new Frame(type, self, List.of());
        if (field.of() != null) {
            construct(type, null, new Frame(type, self, made), field.name(), written, depth());
        }
        for (ClassFacts facts : graph.ownSuperClasses(type)) {
            methods(facts.name()).forEach((key, body) -> {
                if (!key.name().equals("<init>")) {
                    collect(body.effects(), field.name(), whole, written);
                }
            });
        }
        return written;
    }

    private void construct(
            String type, @Nullable MethodKey only, Frame frame, String field, List<Bound> written, int depth) {
        methods(type).forEach((key, body) -> {
            if (depth > 0 && key.name().equals("<init>") && (only == null || only.equals(key))) {
                collect(body.effects(), field, frame, written);
                for (Effect effect : body.effects()) {
                    if (effect instanceof Effect.Called called
                            && called.result().call().name().equals("<init>")
                            && called.result().receiver() == Value.Plain.THIS) {
                        Call call = called.result().call();
                        List<Bound> arguments = frame.bindAll(called.result().arguments());
                        Frame above = new Frame(frame.thisClass(), frame.self(), arguments);
                        construct(call.owner(), MethodKey.of(call), above, field, written, depth - 1);
                    }
                }
            }
        });
    }

    private static void collect(List<Effect> effects, String field, Frame frame, List<Bound> written) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Written write && write.name().equals(field)) {
                written.add(frame.bind(write.value()));
            }
        }
    }
}

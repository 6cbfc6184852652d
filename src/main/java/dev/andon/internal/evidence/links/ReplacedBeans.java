package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.ValueFlow.Target;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The types of which the container has an object of the test's own, so that no request reaches the real one. */
final class ReplacedBeans {

    private final ValueFlow flow;
    private final Mocks mocks;
    final Set<String> types = new LinkedHashSet<>();

    /** The types of real objects of which the test answers single calls itself. */
    final Set<String> stubbed = new LinkedHashSet<>();

    /** The types of which the container may have an object of the tests: what the code does not show decides. */
    final Set<String> uncertain = new LinkedHashSet<>();

    ReplacedBeans(ValueFlow flow, Mocks mocks) {
        this.flow = flow;
        this.mocks = mocks;
    }

    /** Records what the fields and annotations of a class of the tests replace. */
    void declaredBy(ClassFacts facts) {
        types.addAll(Mocks.replacing(facts));
    }

    /**
     * Records what is provided by the classes of the tests that annotations name, as a configuration that a test
     * imports, and by what these import.
     */
    void configured(Set<String> running) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(running);
        while (!next.isEmpty()) {
            String type = next.poll();
            flow.graph().ownSuperClasses(type).stream()
                    .flatMap(facts -> facts.annotations().stream()
                            .flatMap(annotation -> Stream.concat(Stream.of(annotation.type()), annotation.types())))
                    .filter(flow.graph()::isTest)
                    .filter(found::add)
                    .forEach(next::add);
            flow.graph().members(type).stream()
                    .map(ClassFacts::name)
                    .filter(member -> !running.contains(type) && found.add(member))
                    .forEach(next::add);
        }
        found.stream().flatMap(type -> flow.graph().index().find(type).stream()).forEach(facts -> {
            declaredBy(facts);
            providedBy(facts);
        });
    }

    /** Records what annotated methods provide to the container, where that is a mock or an object of a class of the tests. */
    void providedBy(ClassFacts facts) {
        facts.methods().stream()
                .filter(method -> !method.annotations().isEmpty() && !Walk.isTest(method.annotations()))
                .forEach(method -> types.addAll(providedBy(facts, method)));
    }

    /** Returns of what a method returns a mock or an object of a class of the tests. */
    Set<String> providedBy(ClassFacts facts, MethodFacts method) {
        Set<String> provided = new LinkedHashSet<>();
        MethodKey key = MethodKey.of(method);
        Frame frame = Frame.of(facts.name());
        for (Effect effect : flow.effects(new Target(facts.name(), key, frame))) {
            if (effect instanceof Effect.Returned returned) {
                Bound value = frame.bind(returned.value());
                Value origin = flow.origin(value).value();
                if (mocks.isMock(value)) {
                    provided.add(key.returnType());
                } else if (origin instanceof Value.Created created
                        && flow.graph().isTest(created.type())) {
                    provided.add(key.returnType());
                    provided.addAll(flow.graph().index().superTypes(created.type()));
                }
            }
        }
        return provided;
    }

    /** Records what a call puts in the place of a bean, and which answers it makes up. */
    void by(Value.Result result, Frame frame) {
        List<Value> arguments = result.arguments();
        if (arguments.size() > 1 && Frameworks.any(Framework::replacesBean, result.call())) {
            types.add(typeOf(arguments.get(1)));
        } else if (!arguments.isEmpty() && Frameworks.any(Framework::stubs, result.call())) {
            Bound object = frame.bind(arguments.get(0));
            if (!mocks.isMock(object)) {
                stubbed.add(typeOf(flow.origin(object).value()));
            }
        }
    }

    private static String typeOf(Value value) {
        if (value instanceof Value.Literal literal) {
            return literal.type();
        }
        if (value instanceof Value.Result result && result.receiver() != null) {
            // when(spy.method()) is given what the method returns.
            return result.call().owner();
        }
        return value instanceof Value.Field field ? field.type() : "";
    }
}

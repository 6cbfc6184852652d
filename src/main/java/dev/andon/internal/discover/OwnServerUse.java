package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.bytecode.ReachedMethod;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.TestUse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which test methods use a client that is bound to a server of the test's own, where their class also starts the
 * application. Such a client is made in the method itself, or kept in a field.
 */
final class OwnServerUse {

    private final CodeGraph graph;
    private final TestClassCode code;
    private final Set<String> fields = new HashSet<>();

    private OwnServerUse(CodeGraph graph, TestClassCode code) {
        this.graph = graph;
        this.code = code;
    }

    static OwnServerUse of(CodeGraph graph, TestClassCode code) {
        OwnServerUse use = new OwnServerUse(graph, code);
        int known;
        do {
            known = use.fields.size();
            code.bodies().forEach(use::addFields);
        } while (use.fields.size() > known);
        return use;
    }

    private void addFields(MethodBody body) {
        for (Effect effect : body.effects()) {
            if (effect instanceof Effect.Written written && isBound(written.value())) {
                fields.add(written.name());
            }
        }
    }

    /** Returns the methods that use no such client; none where it cannot be told apart who uses it. */
    List<TestMethod> without(List<TestMethod> methods) {
        Set<MethodBody> ofTests = new HashSet<>();
        Set<TestMethod> using = new HashSet<>();
        for (TestMethod method : methods) {
            List<MethodBody> bodies = bodies(method.declaredIn(), method.name(), method.descriptor(), method.runsIn());
            ofTests.addAll(bodies);
            if (bodies.stream().anyMatch(body -> setsUp(body) || readsField(body))) {
                using.add(method);
            }
        }
        boolean told = code.bodies().stream()
                .filter(OwnServerUse::setsUp)
                .allMatch(body -> bindsOnlyClients(body) && (ofTests.contains(body) || handsOn(body)));
        return told ? methods.stream().filter(method -> !using.contains(method)).toList() : List.of();
    }

    private static boolean setsUp(MethodBody body) {
        return body.calls().stream().anyMatch(OwnServerUse::setsUp);
    }

    private static boolean setsUp(Call call) {
        return Frameworks.any(Framework::setsUpControllers, call);
    }

    private static boolean bindsOnlyClients(MethodBody body) {
        return body.calls().stream()
                .filter(OwnServerUse::setsUp)
                .allMatch(call -> Frameworks.any(Framework::bindsClient, call));
    }

    private boolean handsOn(MethodBody body) {
        return body.effects().stream()
                .anyMatch(effect -> (effect instanceof Effect.Written written && isBound(written.value()))
                        || (effect instanceof Effect.Returned returned && isBound(returned.value())));
    }

    private List<MethodBody> bodies(String owner, String name, String descriptor, String runsIn) {
        CallPolicy policy = CallPolicy.following(graph::isTest).on(runsIn);
        return graph.reachable(List.of(new MethodRef(owner, new MethodKey(name, descriptor))), policy).stream()
                .map(ReachedMethod::body)
                .toList();
    }

    private boolean isBound(Value value) {
        if (value instanceof Value.Result result) {
            Call call = result.call();
            return setsUp(call)
                    || result.parts().anyMatch(this::isBound)
                    || (graph.isTest(call.owner())
                            && bodies(call.owner(), call.name(), call.descriptor(), code.name()).stream()
                                    .anyMatch(OwnServerUse::setsUp));
        }
        return (value instanceof Value.Field field && fields.contains(field.name()))
                || (value instanceof Value.Either either
                        && either.alternatives().stream().anyMatch(this::isBound))
                || (value instanceof Value.Created created
                        && created.arguments().stream().anyMatch(this::isBound));
    }

    private boolean readsField(MethodBody body) {
        return body.effects().stream().flatMap(OwnServerUse::values).anyMatch(this::isBound);
    }

    private static Stream<Value> values(Effect effect) {
        if (effect instanceof Effect.Called called) {
            return called.result().parts();
        }
        return effect instanceof Effect.Written written
                ? Stream.of(written.value())
                : Stream.of(((Effect.Returned) effect).value());
    }

    /** Returns the same code without the calls that build a server. */
    static TestUse leftAside(TestUse code) {
        return new TestUse() {
            @Override
            public List<AnnotationFacts> annotations() {
                return code.annotations();
            }

            @Override
            public List<FieldFacts> fields() {
                return code.fields();
            }

            @Override
            public List<Call> calls() {
                return code.calls().stream().filter(call -> !setsUp(call)).toList();
            }

            @Override
            public List<MethodBody> bodies() {
                return code.bodies();
            }

            @Override
            public Optional<String> names(String... prefixes) {
                return code.names(prefixes);
            }
        };
    }
}

package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The calls of a method that only prepare what the method then drops: a publisher to which nothing subscribes, a request
 * that is never executed, a thread that is never started, a stream that is never run.
 */
final class DeferredCalls {

    private static final Set<String> TYPES = Frameworks.union(Framework::deferredTypes);

    private final Set<Value> dropped = identitySet();
    private final Set<Value> needed = identitySet();
    private final Set<Value> deferred = identitySet();

    private final Set<Value> functions = identitySet();
    private final ValueFlow flow;
    private final ClientCalls clients;

    private DeferredCalls(ValueFlow flow, ClientCalls clients) {
        this.flow = flow;
        this.clients = clients;
    }

    /** Reads the effects backwards: whether a call is needed depends on the code that takes what it returns. */
    static DeferredCalls among(List<Effect> effects, ValueFlow flow, ClientCalls clients) {
        DeferredCalls calls = new DeferredCalls(flow, clients);
        if (effects.stream().anyMatch(effect -> calls.isDropped(effect) || calls.isKeptForNobody(effect))) {
            for (int i = effects.size() - 1; i >= 0; i--) {
                calls.read(effects.get(i));
            }
        }
        return calls;
    }

    /**
     * Returns whether the call sends nothing, or is in a lambda that never runs. Code of the build's own runs when it is
     * called, whatever becomes of what it returns; a client's need not.
     */
    boolean contains(Value.Result call) {
        String owner = call.call().owner();
        return deferred.contains(call)
                && (functions.contains(call)
                        || !flow.isFollowed(owner)
                        || flow.targets(call, true, Frame.of(owner)).isEmpty());
    }

    private void read(Effect effect) {
        if (effect instanceof Effect.Called called) {
            Value.Result result = called.result();
            boolean isDeferred = isDropped(called) || (dropped.contains(result) && !needed.contains(result));
            if (isDeferred) {
                deferred.add(result);
            }
            result.parts().forEach(part -> take(part, isDeferred ? dropped : needed));
        } else if (effect instanceof Effect.Written written) {
            take(written.value(), isKeptForNobody(written) ? dropped : needed);
        } else if (effect instanceof Effect.Returned returned) {
            take(returned.value(), needed);
        }
    }

    private boolean isDropped(Effect effect) {
        return effect instanceof Effect.Called called
                && !called.used()
                && (TYPES.contains(made(called.result().call()))
                        || clients.prepares(called.result().call()));
    }

    /** Whether a lambda goes into a field that no code reads; what has an annotation may be read by a library. */
    private boolean isKeptForNobody(Effect effect) {
        if (!(effect instanceof Effect.Written written) || !(written.value() instanceof Value.Function)) {
            return false;
        }
        String outermost = written.owner().replaceFirst("(?<!^|[.])[$].*", "");
        return flow.graph()
                        .field(written.owner(), written.name())
                        .filter(field -> Modifier.isPrivate(field.access())
                                && field.annotations().isEmpty())
                        .isPresent()
                && !isRead(outermost, written);
    }

    private boolean isRead(String type, Effect.Written written) {
        return flow.methods(type).values().stream()
                        .flatMap(body -> body.steps().stream())
                        .anyMatch(step -> step instanceof Step.Read read
                                && read.owner().equals(written.owner())
                                && read.name().equals(written.name()))
                || flow.graph().members(type).stream().anyMatch(member -> isRead(member.name(), written));
    }

    private static String made(Call call) {
        return call.name().equals("<init>") ? call.owner() : MethodKey.of(call).returnType();
    }

    private void take(Value value, Set<Value> taken) {
        if (!taken.add(value)) {
            return;
        }
        if (value instanceof Value.Either either) {
            either.alternatives().forEach(each -> take(each, taken));
        } else if (value instanceof Value.Joined joined) {
            joined.parts().forEach(each -> take(each, taken));
        } else if (value instanceof Value.Array array) {
            array.elements().forEach(each -> take(each, taken));
        } else if (value instanceof Value.Function function) {
            functions.add(function.body());
            take(function.body(), taken);
        } else if (value instanceof Value.Field field && field.of() != null) {
            take(field.of(), taken);
        }
    }

    private static Set<Value> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}

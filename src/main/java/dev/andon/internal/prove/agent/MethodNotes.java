package dev.andon.internal.prove.agent;

import dev.andon.internal.frameworks.LateAnswers;
import dev.andon.internal.frameworks.ResponseObjects;
import dev.andon.internal.frameworks.ReturnedTypes;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one method returned in the control runs. */
final class MethodNotes {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int MOST_NOTES = 40;

    private final ProbedMethod probed;
    private final BooleanSupplier idle;
    private @Nullable Method method;
    private volatile @Nullable Object emptied;

    /** The same of a response that the method holds ready for later. */
    private volatile @Nullable Object emptiedLater;

    private int count;
    private boolean returned;
    private boolean differs;
    private boolean done;
    private String values = "";
    private String elements = "";

    /** Those whose answer comes from elsewhere, and cannot tell when. */
    private final List<Object> deferred = new ArrayList<>();

    /**
     * Makes notes without anything in them.
     *
     * @param idle whether the method does nothing but say how a response looks
     */
    MethodNotes(ProbedMethod probed, BooleanSupplier idle) {
        this.probed = probed;
        this.idle = idle;
    }

    synchronized Observation observation() {
        List.copyOf(deferred).forEach(one -> LateAnswers.answer(one).ifPresent(answer -> {
            deferred.remove(one);
            see(answer, false);
        }));
        Method known = method;
        boolean saysNothing = known != null && EmptyValues.isNothing(known);
        // A response that is a success and nothing else is there for what was done, whatever its type could say.
        boolean says = known == null || idle.getAsBoolean() || !(saysNothing || (done && !differs));
        return new Observation(returned, differs, says, values, elements);
    }

    boolean takes(Object value) {
        Method known = method();
        return known != null
                && (known.getReturnType().isPrimitive() || known.getReturnType().isInstance(value));
    }

    /** Returns the emptiest value that the method can return. */
    @Nullable Object instead() {
        Object known = emptied;
        Method of = method();
        if (known != null || of == null) {
            return known;
        }
        Object later = emptiedLater;
        Object holding = later == null
                ? null
                : LateAnswers.holding(of.getReturnType(), later).orElse(null);
        return holding == null ? EmptyValues.of(of) : holding;
    }

    /** Returns what is to be returned in place of the value: the same, which may tell later what it holds. */
    @Nullable Object note(@Nullable Object value) {
        method();
        synchronized (this) {
            returned |= !ReturnedTypes.isSuspension(value);
            if (value == null || ReturnedTypes.isSuspension(value) || count > MOST_NOTES) {
                return value;
            }
        }
        Object watched = watched(value);
        if (watched != null && takes(watched)) {
            return watched;
        }
        see(value, true);
        return ResponseObjects.isOne(value)
                ? ResponseObjects.body(value)
                        .map(this::watched)
                        .flatMap(body -> ResponseObjects.withBody(value, body, true))
                        .orElse(value)
                : value;
    }

    /** Returns null for what holds its answer already. */
    private @Nullable Object watched(Object value) {
        if (value instanceof Stream<?> stream) {
            return stream.peek(this::seeOneOfMany);
        }
        if (value instanceof Callable<?> task) {
            Callable<@Nullable Object> watching = () -> {
                Object answer = task.call();
                if (answer != null) {
                    see(answer, false);
                }
                return answer;
            };
            return watching;
        }
        if (LateAnswers.isTask(value)) {
            return ObjectCopy.of(value, (field, held) -> held instanceof Callable<?> ? watched(held) : null);
        }
        if (LateAnswers.isDeferred(value)) {
            synchronized (this) {
                if (LateAnswers.isReplaceable(value)) {
                    deferred.add(value);
                }
                differs = true;
                count++;
            }
            return value;
        }
        return ReturnedTypes.watch(
                        value, ReturnedTypes.holdsMany(value) ? this::seeOneOfMany : item -> see(item, false))
                .orElse(null);
    }

    /** An element says that there is one, whatever it is. */
    private synchronized void seeOneOfMany(@Nullable Object element) {
        if (element != null) {
            see(element, false);
        }
        differs = true;
        elements = elements.isEmpty() ? "one element less" : elements;
    }

    /** What is returned itself is replaced only by what the method may return. */
    private synchronized void see(Object value, boolean itself) {
        if (value instanceof CompletableFuture<?> future) {
            var unused = future.thenAccept(held -> {
                if (held != null) {
                    see(held, false);
                }
            });
            return;
        }
        boolean holds = !EmptyValues.isEmpty(value);
        boolean saysDone = ResponseObjects.saysDone(value);
        // What is asked again and again until there is something says nothing most of the time.
        count += holds ? 1 : 0;
        Object before = itself ? emptied : emptiedLater;
        if (before == null || (!differs && (holds || (saysDone && !done)))) {
            Object response = ResponseObjects.withBody(value, null, false).orElse(null);
            emptied = itself ? response : emptied;
            emptiedLater = itself ? emptiedLater : response;
        }
        done |= saysDone;
        differs |= holds;
        values = values.isEmpty() ? changes(value, ChangedResults.Way.VALUES, itself) : values;
        elements = elements.isEmpty() ? changes(value, ChangedResults.Way.ELEMENTS, itself) : elements;
    }

    private String changes(Object value, ChangedResults.Way way, boolean itself) {
        ChangedResults.Changed changed = value instanceof BaseStream ? null : ChangedResults.of(value, way);
        return changed == null || (itself && !takes(changed.value())) ? "" : String.join(", ", changed.changes());
    }

    /** Found when the method runs, in the class loader that loaded it then. */
    private synchronized @Nullable Method method() {
        Method known = method;
        if (known == null) {
            known = STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                            .filter(type -> type.getName().equals(probed.className()))
                            .findFirst())
                    .flatMap(this::find)
                    .orElse(null);
            method = known;
        }
        return known;
    }

    private Optional<Method> find(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(one -> one.getName().equals(probed.name())
                        && MethodType.methodType(one.getReturnType(), one.getParameterTypes())
                                .descriptorString()
                                .equals(probed.descriptor()))
                .findFirst();
    }
}

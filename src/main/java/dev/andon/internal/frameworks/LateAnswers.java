package dev.andon.internal.frameworks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a handler of Spring MVC returns before there is an answer. The framework and the handler's own threads share the
 * object, so that a copy of it would get no answer at all.
 */
public final class LateAnswers {

    private static final String ASYNC = "org.springframework.web.context.request.async.";
    private static final Set<String> DEFERRED = Set.of(ASYNC + "DeferredResult");
    private static final Set<String> TASKS = Set.of(ASYNC + "WebAsyncTask");
    private static final Set<String> ALL = Set.of(
            ASYNC + "DeferredResult",
            ASYNC + "WebAsyncTask",
            "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
            "jakarta.ws.rs.sse.SseEventSink",
            "javax.ws.rs.sse.SseEventSink");

    /** How an object is made that holds an item: methods, the last of which takes the item. */
    private static final Map<String, List<String>> HOLDING = Map.of(
            "reactor.core.publisher.Mono",
            List.of("just"),
            "io.smallrye.mutiny.Uni",
            List.of("createFrom", "item"),
            "io.reactivex.rxjava3.core.Single",
            List.of("just"),
            "io.reactivex.rxjava3.core.Maybe",
            List.of("just"));

    private LateAnswers() {}

    /** Returns whether the value is one of them. */
    public static boolean isOne(Object value) {
        return ReturnedTypes.known(value, ALL) != null;
    }

    /** Returns whether the value holds a task that makes the answer. */
    public static boolean isTask(Object value) {
        return ReturnedTypes.known(value, TASKS) != null;
    }

    /** Returns whether another thread, or the handler itself, puts the answer into the value. */
    public static boolean isDeferred(Object value) {
        return ReturnedTypes.known(value, DEFERRED) != null;
    }

    /** Returns an object of that type that holds the answer; empty where the type is not known. */
    public static Optional<Object> holding(Class<?> type, Object answer) {
        if (Set.of(CompletableFuture.class, CompletionStage.class, Future.class).contains(type)) {
            return Optional.of(CompletableFuture.completedFuture(answer));
        }
        if (type == Callable.class) {
            return Optional.of((Callable<Object>) () -> answer);
        }
        List<String> way = HOLDING.getOrDefault(type.getName(), List.of());
        try {
            Class<?> owner = type;
            Object at = null;
            for (String step : way.subList(0, Math.max(0, way.size() - 1))) {
                Method method = owner.getMethod(step);
                at = method.invoke(at);
                owner = method.getReturnType();
            }
            return way.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(owner.getMethod(way.get(way.size() - 1), Object.class)
                            .invoke(at, answer));
        } catch (ReflectiveOperationException otherVersion) {
            return Optional.empty();
        }
    }

    /** Returns the answer that was put into such a value; empty where there is none yet. */
    public static Optional<Object> answer(Object deferred) {
        try {
            Class<?> type = deferred.getClass();
            return Boolean.TRUE.equals(type.getMethod("hasResult").invoke(deferred))
                    ? Optional.ofNullable(type.getMethod("getResult").invoke(deferred))
                    : Optional.empty();
        } catch (ReflectiveOperationException otherVersion) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether another can stand in for it. One that has a result for when there is none in time, or calls back, has
     * not: the other would lose that, and a test that needs it would turn red by accident.
     */
    public static boolean isReplaceable(Object deferred) {
        Class<?> type = ReturnedTypes.known(deferred, DEFERRED);
        try {
            if (type == null) {
                return false;
            }
            for (String callback : List.of("timeoutCallback", "errorCallback", "completionCallback")) {
                if (field(type, callback, deferred) != null) {
                    return false;
                }
            }
            Object late = field(type, "timeoutResult", deferred);
            // Spring's own gives what it was given; what another would give is not asked for before its time.
            if (late instanceof Supplier<?> supplier
                    && late.getClass().getName().startsWith(type.getName() + "$$Lambda")) {
                late = supplier.get();
            }
            return late == null || late == field(type, "RESULT_NONE", deferred);
        } catch (ReflectiveOperationException | InaccessibleObjectException otherVersion) {
            return false;
        }
    }

    /** Returns one that gets another answer, once this one has its own; empty where it cannot be made. */
    public static Optional<Object> with(Object deferred, UnaryOperator<Object> change) {
        Class<?> type = ReturnedTypes.known(deferred, DEFERRED);
        if (type == null || !isReplaceable(deferred)) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getConstructor(Long.class);
            Object other = constructor.newInstance(field(type, "timeoutValue", deferred));
            Method set = type.getMethod("setResult", Object.class);
            for (Method method : type.getMethods()) {
                if (method.getName().equals("setResultHandler")) {
                    Class<?> handler = method.getParameterTypes()[0];
                    method.invoke(
                            deferred,
                            Proxy.newProxyInstance(
                                    handler.getClassLoader(),
                                    new Class<?>[] {handler},
                                    (proxy, called, arguments) ->
                                            called.getDeclaringClass() == handler && arguments != null
                                                    ? pass(other, set, change, arguments[0])
                                                    : null));
                    return Optional.of(other);
                }
            }
        } catch (ReflectiveOperationException otherVersion) {
            // It is returned as it is.
        }
        return Optional.empty();
    }

    private static @Nullable Object pass(
            Object other, Method set, UnaryOperator<Object> change, @Nullable Object answer)
            throws ReflectiveOperationException {
        set.invoke(other, answer == null || answer instanceof Throwable ? answer : change.apply(answer));
        return null;
    }

    private static @Nullable Object field(Class<?> type, String name, Object of) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}

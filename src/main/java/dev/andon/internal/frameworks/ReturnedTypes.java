package dev.andon.internal.frameworks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The types of libraries in which methods return their answer: what holds it later, and what holds it as the body of a
 * response. Works by reflection on objects of the running application; what a version of a library has not is left alone.
 */
public final class ReturnedTypes {

    private static final String SUSPENDED = "kotlin.coroutines.intrinsics.CoroutineSingletons";
    private static final String CONTINUATION = "kotlin.coroutines.Continuation";
    private static final String ENTITY = "org.springframework.http.ResponseEntity";

    private static final String MULTI = "io.smallrye.mutiny.Multi";
    private static final String FLOW = "kotlinx.coroutines.flow.Flow";

    /** The type that has the methods of a flow, as static ones. */
    private static final String OF_FLOWS = "kotlinx.coroutines.flow.FlowKt";

    /** How an object that holds nothing is made: the class, a static method or field of it, and methods of what that gives. */
    private static final Map<String, List<String>> EMPTY = Map.ofEntries(
            Map.entry("reactor.core.publisher.Mono", List.of("reactor.core.publisher.Mono", "empty")),
            Map.entry("reactor.core.publisher.Flux", List.of("reactor.core.publisher.Flux", "empty")),
            Map.entry("org.reactivestreams.Publisher", List.of("reactor.core.publisher.Mono", "empty")),
            Map.entry("io.smallrye.mutiny.Uni", List.of("io.smallrye.mutiny.Uni", "createFrom", "nullItem")),
            Map.entry("io.smallrye.mutiny.Multi", List.of("io.smallrye.mutiny.Multi", "createFrom", "empty")),
            Map.entry("io.reactivex.rxjava3.core.Maybe", List.of("io.reactivex.rxjava3.core.Maybe", "empty")),
            Map.entry("io.reactivex.rxjava3.core.Flowable", List.of("io.reactivex.rxjava3.core.Flowable", "empty")),
            Map.entry("io.reactivex.rxjava3.core.Observable", List.of("io.reactivex.rxjava3.core.Observable", "empty")),
            Map.entry(
                    "io.reactivex.rxjava3.core.Completable",
                    List.of("io.reactivex.rxjava3.core.Completable", "complete")),
            Map.entry(FLOW, List.of(OF_FLOWS, "emptyFlow")),
            Map.entry("kotlin.Unit", List.of("kotlin.Unit", "INSTANCE")),
            Map.entry(
                    "com.google.common.util.concurrent.ListenableFuture",
                    List.of("com.google.common.util.concurrent.Futures", "immediateVoidFuture")),
            Map.entry("io.micronaut.http.HttpResponse", List.of("io.micronaut.http.HttpResponse", "ok")),
            Map.entry("jakarta.ws.rs.core.Response", List.of("jakarta.ws.rs.core.Response", "ok", "build")),
            Map.entry("javax.ws.rs.core.Response", List.of("javax.ws.rs.core.Response", "ok", "build")),
            Map.entry(ENTITY, List.of(ENTITY, "ok", "build")));

    /** The method that tells each item, of the types that hold items later; all but one make others by {@code map}. */
    private static final Map<String, String> WATCHED = Map.of(
            "reactor.core.publisher.Mono",
            "doOnNext",
            "reactor.core.publisher.Flux",
            "doOnNext",
            "io.smallrye.mutiny.Uni",
            "invoke",
            MULTI,
            "invoke",
            "io.reactivex.rxjava3.core.Single",
            "doOnSuccess",
            "io.reactivex.rxjava3.core.Maybe",
            "doOnSuccess",
            "io.reactivex.rxjava3.core.Flowable",
            "doOnNext",
            "io.reactivex.rxjava3.core.Observable",
            "doOnNext",
            FLOW,
            "onEach");

    private static final Set<String> MANY = Set.of(
            "reactor.core.publisher.Flux",
            MULTI,
            "io.reactivex.rxjava3.core.Flowable",
            "io.reactivex.rxjava3.core.Observable",
            FLOW);

    /** What has at most one item, and that item is no value, where its type argument is one of these. */
    private static final Set<String> NOTHING = Set.of("java.lang.Void", "kotlin.Unit");

    /** What a method of a service answers by, rather than by returning something. */
    private static final Set<String> OBSERVERS = Set.of(
            "io/grpc/stub/StreamObserver", "io/grpc/stub/CallStreamObserver", "io/grpc/stub/ServerCallStreamObserver");

    private ReturnedTypes() {}

    /** Returns whether a method of that descriptor is given what it hands its answers to. */
    public static boolean isGivenObserver(String descriptor) {
        String parameters = descriptor.substring(0, descriptor.indexOf(')'));
        return OBSERVERS.stream().anyMatch(type -> parameters.contains("L" + type + ";"));
    }

    /** Returns whether a call, as a class file names it, hands an answer to such an object. */
    public static boolean isAnswer(String owner, String name, String descriptor) {
        return OBSERVERS.contains(owner) && name.equals("onNext") && descriptor.equals("(Ljava/lang/Object;)V");
    }

    /** Returns an object of that type that holds nothing; empty where the type is not known. */
    public static Optional<Object> empty(Class<?> type) {
        List<String> way = EMPTY.get(type.getName());
        if (way == null) {
            return Optional.empty();
        }
        try {
            Class<?> owner = Class.forName(way.get(0), true, type.getClassLoader());
            String first = way.get(1);
            if (first.equals("INSTANCE")) {
                return Optional.ofNullable(owner.getField(first).get(null));
            }
            Method method = owner.getMethod(first);
            Object at = method.invoke(null);
            for (String next : way.subList(2, way.size())) {
                method = method.getReturnType().getMethod(next);
                at = method.invoke(at);
            }
            return Optional.ofNullable(at);
        } catch (ReflectiveOperationException | LinkageError otherVersion) {
            return Optional.empty();
        }
    }

    /** Returns whether a value of that type says nothing: Java's and Kotlin's. */
    public static boolean isNothing(Class<?> type) {
        return type == void.class || NOTHING.contains(type.getName());
    }

    /** Returns whether a parameter of that type takes the answer of a coroutine. */
    public static boolean isContinuation(Class<?> type) {
        return type.getName().equals(CONTINUATION);
    }

    /** Returns whether the value says that a coroutine will answer later. */
    public static boolean isSuspension(@Nullable Object value) {
        return value != null && value.getClass().getName().equals(SUSPENDED);
    }

    /** Returns whether the value is one of these types. */
    public static boolean isHolder(Object value) {
        return known(value, EMPTY.keySet()) != null;
    }

    /** Returns whether the value holds any number of items later, rather than one. */
    public static boolean holdsMany(Object value) {
        return known(value, MANY) != null;
    }

    /** Returns the same, telling each item that it will hold; empty where the value is of no such type. */
    public static Optional<Object> watch(Object value, Consumer<Object> seen) {
        return later(
                value,
                WATCHED.keySet(),
                type -> withFunction(type, WATCHED.getOrDefault(type.getName(), ""), value, item -> {
                    seen.accept(item);
                    return null;
                }));
    }

    /** Returns one with another in place of each item that it will hold; empty where the value is of no such type. */
    public static Optional<Object> map(Object value, UnaryOperator<Object> change) {
        return later(value, WATCHED.keySet(), type -> withFunction(type, "map", value, change));
    }

    /** Returns one without its first item; empty where the value does not hold several items later. */
    public static Optional<Object> withoutFirst(Object value) {
        return later(value, MANY, type -> switch (type.getName()) {
            case FLOW -> ofFlows(type).getMethod("drop", type, int.class).invoke(null, value, 1);
            case MULTI -> {
                Method skip = type.getMethod("skip");
                yield skip.getReturnType().getMethod("first").invoke(skip.invoke(value));
            }
            default -> type.getMethod("skip", long.class).invoke(value, 1L);
        });
    }

    private static Optional<Object> later(Object value, Set<String> types, Reflected step) {
        Class<?> type = known(value, types);
        if (type == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(step.of(type));
        } catch (ReflectiveOperationException otherVersion) {
            return Optional.empty();
        }
    }

    /** Calls a method that takes one function, of whichever library's type. */
    private static @Nullable Object withFunction(
            Class<?> type, String name, Object value, UnaryOperator<@Nullable Object> function)
            throws ReflectiveOperationException {
        boolean flow = type.getName().equals(FLOW);
        for (Method method : (flow ? ofFlows(type) : type).getMethods()) {
            Class<?>[] parameters = method.getParameterTypes();
            Class<?> last = parameters.length == (flow ? 2 : 1) ? parameters[parameters.length - 1] : null;
            if (method.getName().equals(name) && last != null && takesAnItem(last)) {
                Object as = Proxy.newProxyInstance(
                        last.getClassLoader() == null ? type.getClassLoader() : last.getClassLoader(),
                        new Class<?>[] {last},
                        (proxy, called, arguments) -> called.isDefault()
                                ? InvocationHandler.invokeDefault(proxy, called, arguments)
                                : arguments == null || called.getDeclaringClass() == Object.class
                                        ? ofObject(proxy, called.getName(), arguments)
                                        : function.apply(arguments[0]));
                return flow ? method.invoke(null, value, as) : method.invoke(value, as);
            }
        }
        throw new NoSuchMethodException(name);
    }

    /** A function's type has one method to write, whose first parameter is the item. */
    private static boolean takesAnItem(Class<?> type) {
        return type.isInterface()
                && Arrays.stream(type.getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .allMatch(method -> method.getParameterCount() > 0);
    }

    private static @Nullable Object ofObject(Object proxy, String name, Object @Nullable [] arguments) {
        return switch (name) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> "a function of Andon's";
        };
    }

    private static Class<?> ofFlows(Class<?> flow) throws ClassNotFoundException {
        return Class.forName(OF_FLOWS, true, flow.getClassLoader());
    }

    static @Nullable Class<?> known(Object value, Set<String> names) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            Class<?> found = names.contains(type.getName()) ? type : knownInterface(type, names);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Class<?> knownInterface(Class<?> type, Set<String> names) {
        for (Class<?> implemented : type.getInterfaces()) {
            Class<?> found = names.contains(implemented.getName()) ? implemented : knownInterface(implemented, names);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @FunctionalInterface
    private interface Reflected {
        @Nullable Object of(Class<?> type) throws ReflectiveOperationException;
    }
}

package dev.andon.internal.prove.agent;

import dev.andon.internal.frameworks.ResponseObjects;
import dev.andon.internal.frameworks.ReturnedTypes;
import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The emptiest value that a method can return: nothing, 0, false, a container with nothing in it, else null. */
final class EmptyValues {

    private EmptyValues() {}

    /** Returns the emptiest value of the method's type; of a coroutine, of the type that its source declares. */
    static @Nullable Object of(Method method) {
        return of(returned(method));
    }

    /** Returns whether a value of the method's type says nothing but that the method returned. */
    static boolean isNothing(Method method) {
        return isNothing(returned(method));
    }

    private static boolean isNothing(Type type) {
        return ReturnedTypes.isNothing(raw(type))
                || (type instanceof ParameterizedType of
                        && of.getActualTypeArguments().length == 1
                        && !Collection.class.isAssignableFrom(raw(type))
                        && isNothing(of.getActualTypeArguments()[0]));
    }

    /** A coroutine is compiled into a method that takes its continuation, whose type argument is what it returns. */
    private static Type returned(Method method) {
        Type[] parameters = method.getGenericParameterTypes();
        Type last = parameters.length == 0 ? void.class : parameters[parameters.length - 1];
        return last instanceof ParameterizedType of && ReturnedTypes.isContinuation(raw(last))
                ? of.getActualTypeArguments()[0]
                : method.getGenericReturnType();
    }

    private static @Nullable Object of(Type type) {
        Class<?> raw = raw(type);
        if (raw.isPrimitive()) {
            return raw == void.class ? null : Array.get(Array.newInstance(raw, 1), 0);
        }
        if (raw.isArray()) {
            return Array.newInstance(raw.getComponentType(), 0);
        }
        if (raw == CompletableFuture.class || raw == CompletionStage.class || raw == Future.class) {
            Object done = CompletableFuture.completedFuture(
                    type instanceof ParameterizedType of ? of(of.getActualTypeArguments()[0]) : null);
            return done;
        }
        return ReturnedTypes.empty(raw).orElseGet(() -> ofJdk(raw));
    }

    private static @Nullable Object ofJdk(Class<?> type) {
        for (Object one : containers()) {
            if (type != Object.class && type.isInstance(one) && isJdk(type)) {
                return one;
            }
        }
        return switch (type.getName()) {
            case "java.lang.Boolean" -> false;
            case "java.lang.Character" -> (char) 0;
            case "java.lang.Byte" -> (byte) 0;
            case "java.lang.Short" -> (short) 0;
            case "java.lang.Integer" -> 0;
            case "java.lang.Long" -> 0L;
            case "java.lang.Float" -> 0f;
            case "java.lang.Double" -> 0d;
            default -> made(type);
        };
    }

    /** Made anew for each call, since what gets one may put something into it. */
    private static List<Object> containers() {
        return List.of(
                new ArrayList<>(),
                new HashSet<>(),
                new TreeSet<>(),
                new HashMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Stream.empty(),
                IntStream.empty(),
                LongStream.empty(),
                DoubleStream.empty(),
                Collections.emptyIterator());
    }

    private static boolean isJdk(Class<?> type) {
        return type.isInterface()
                ? Set.of(
                                Iterable.class,
                                Collection.class,
                                List.class,
                                Set.class,
                                SortedSet.class,
                                NavigableSet.class,
                                Map.class,
                                SortedMap.class,
                                NavigableMap.class,
                                Iterator.class,
                                Stream.class,
                                IntStream.class,
                                LongStream.class,
                                DoubleStream.class)
                        .contains(type)
                : type.getName().startsWith("java.util.");
    }

    private static @Nullable Object made(Class<?> type) {
        if (!Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type)) {
            return null;
        }
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException none) {
            return null;
        }
    }

    /**
     * Returns whether the value is as empty as what is returned in its place. Calls no code but the JDK's and {@code isEmpty}
     * of collections, which whoever gets them calls too.
     */
    static boolean isEmpty(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        if (ResponseObjects.isOne(value)) {
            return ResponseObjects.isEmpty(value);
        }
        if (value.getClass().isArray()) {
            return Array.getLength(value) == 0;
        }
        if (value.getClass().getClassLoader() != null) {
            return ReturnedTypes.isNothing(value.getClass()) || holdsNothing(value);
        }
        if (value instanceof CompletableFuture<?> future) {
            return future.isDone() && !future.isCompletedExceptionally() && isEmpty(future.getNow(null));
        }
        return (value instanceof Boolean truth && !truth)
                || (value instanceof Number number && isJavaLang(value) && number.doubleValue() == 0)
                || (value instanceof Character letter && letter == 0)
                || (value instanceof Collection<?> elements && elements.isEmpty())
                || (value instanceof Map<?, ?> entries && entries.isEmpty())
                || (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof OptionalInt number && number.isEmpty())
                || (value instanceof OptionalLong number && number.isEmpty())
                || (value instanceof OptionalDouble number && number.isEmpty())
                || (value instanceof Iterator<?> elements && !elements.hasNext());
    }

    /** Of collections that are not the JDK's: those of Kotlin, Guava and others that say so themselves. */
    private static boolean holdsNothing(Object value) {
        try {
            if (value instanceof Collection<?> elements) {
                return elements.isEmpty();
            }
            if (value instanceof Map<?, ?> entries) {
                return entries.isEmpty();
            }
            return value instanceof Iterable<?> && Boolean.TRUE.equals(saysItIsEmpty(value));
        } catch (RuntimeException lazy) {
            // It is filled only when it is read, and cannot be here.
            return false;
        }
    }

    private static @Nullable Object saysItIsEmpty(Object value) {
        try {
            Method method = value.getClass().getMethod("isEmpty");
            return method.getReturnType() == boolean.class ? method.invoke(value) : null;
        } catch (ReflectiveOperationException | InaccessibleObjectException doesNotSay) {
            return null;
        }
    }

    /** Others, such as {@code BigDecimal}, are replaced by null. */
    private static boolean isJavaLang(Object number) {
        return number.getClass().getPackageName().equals("java.lang");
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType of) {
            return raw(of.getRawType());
        }
        if (type instanceof WildcardType any) {
            return raw(any.getLowerBounds().length > 0 ? any.getLowerBounds()[0] : any.getUpperBounds()[0]);
        }
        return Object.class;
    }
}

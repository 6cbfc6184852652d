package dev.andon.internal.frameworks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Spring Data's projections: interfaces with getters, behind which a query's result stands. */
public final class Projections {

    private static final String SIGN = "org.springframework.data.projection.TargetAware";
    private static final String LIBRARY = "org.springframework.";

    private Projections() {}

    /** Returns whether the value is a projection. */
    public static boolean isOne(Object value) {
        if (!Proxy.isProxyClass(value.getClass())) {
            return false;
        }
        for (Class<?> type : value.getClass().getInterfaces()) {
            if (type.getName().equals(SIGN)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns one whose getters answer something else.
     *
     * @param change gets a property and its value, and returns another value, or null to keep it
     * @return empty where nothing changes
     */
    public static Optional<Object> changed(Object projection, BiFunction<String, Object, @Nullable Object> change) {
        InvocationHandler original = Proxy.getInvocationHandler(projection);
        Map<String, Object> others = new HashMap<>();
        for (Class<?> type : projection.getClass().getInterfaces()) {
            if (!type.getName().startsWith(LIBRARY)) {
                for (Method method : type.getMethods()) {
                    if (isGetter(method)) {
                        addOther(others, method, original, projection, change);
                    }
                }
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Proxy.newProxyInstance(
                projection.getClass().getClassLoader(),
                projection.getClass().getInterfaces(),
                (proxy, method, arguments) -> {
                    Object other = arguments == null ? others.get(method.getName()) : null;
                    return other == null ? original.invoke(projection, method, arguments) : other;
                }));
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0 && method.getName().matches("(?:get|is)\\P{Ll}.*");
    }

    private static void addOther(
            Map<String, Object> others,
            Method method,
            InvocationHandler original,
            Object projection,
            BiFunction<String, Object, @Nullable Object> change) {
        try {
            Object value = original.invoke(projection, method, null);
            String name = method.getName().substring(method.getName().startsWith("is") ? 2 : 3);
            Object other = value == null
                    ? null
                    : change.apply(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), value);
            if (other != null
                    && (method.getReturnType().isPrimitive()
                            || method.getReturnType().isInstance(other))) {
                others.put(method.getName(), other);
            }
        } catch (Throwable refused) {
            if (refused instanceof VirtualMachineError broken) {
                throw broken;
            }
            // A property that cannot be read stays as it is.
        }
    }
}

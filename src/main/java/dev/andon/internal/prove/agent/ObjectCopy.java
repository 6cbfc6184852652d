package dev.andon.internal.prove.agent;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Copies records, and objects with fields that have getters, with other values in some of the fields. */
final class ObjectCopy {

    private static final int MOST_FIELDS = 60;

    private ObjectCopy() {}

    /**
     * Returns a copy.
     *
     * @param change gets a field's name and value, and returns another value, or null to keep it
     * @return null where nothing changes, or the object cannot be copied
     */
    static @Nullable Object of(Object value, BiFunction<String, Object, @Nullable Object> change) {
        try {
            return value instanceof Record of ? ofRecord(of, change) : ofObject(value, change);
        } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError sealed) {
            return null;
        }
    }

    private static @Nullable Object ofRecord(Record value, BiFunction<String, Object, @Nullable Object> change)
            throws ReflectiveOperationException {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] before = new Object[components.length];
        Object[] after = new Object[components.length];
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            Field field = value.getClass().getDeclaredField(components[i].getName());
            field.setAccessible(true);
            before[i] = field.get(value);
            Object other = before[i] == null ? null : change.apply(components[i].getName(), before[i]);
            after[i] = before[i];
            if (other != null && fits(components[i].getType(), other)) {
                after[i] = other;
                changed.add(i);
            }
        }
        if (changed.isEmpty()) {
            return null;
        }
        Constructor<?> constructor = value.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object copy = made(constructor, after);
        // It checks its values: one that it takes is enough.
        for (int i = 0; copy == null && i < changed.size(); i++) {
            Object[] one = before.clone();
            one[changed.get(i)] = after[changed.get(i)];
            copy = made(constructor, one);
        }
        return copy;
    }

    private static @Nullable Object made(Constructor<?> constructor, Object[] values)
            throws ReflectiveOperationException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            return null;
        }
    }

    private static @Nullable Object ofObject(Object value, BiFunction<String, Object, @Nullable Object> change)
            throws ReflectiveOperationException {
        Class<?> type = value.getClass();
        if (type.isHidden() || Proxy.isProxyClass(type) || value instanceof Throwable) {
            return null;
        }
        List<Field> fields = fields(type);
        Set<String> readable = readable(type);
        if (fields.size() > MOST_FIELDS || fields.stream().noneMatch(field -> readable.contains(field.getName()))) {
            return null;
        }
        Object copy = null;
        for (Field field : fields) {
            Object held = readable.contains(field.getName()) ? field.get(value) : null;
            Object other = held == null ? null : change.apply(field.getName(), held);
            if (other != null && fits(field.getType(), other)) {
                copy = copy == null ? copy(value, fields) : copy;
                field.set(copy, other);
            }
        }
        return copy;
    }

    /** Without its constructors, as deserialisation makes objects: they may demand, check or do anything. */
    private static Object copy(Object value, List<Field> fields) throws ReflectiveOperationException {
        Class<?> factories = Class.forName("sun.reflect.ReflectionFactory");
        Object factory = factories.getMethod("getReflectionFactory").invoke(null);
        Constructor<?> constructor = (Constructor<?>) factories
                .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(factory, value.getClass(), Object.class.getDeclaredConstructor());
        Object copy = constructor.newInstance();
        for (Field field : fields) {
            field.set(copy, field.get(value));
        }
        return copy;
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** The fields that have a getter, or are public: what an answer is written from. */
    private static Set<String> readable(Class<?> type) {
        Set<String> names = new HashSet<>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && method.getReturnType() != void.class) {
                String name = method.getName();
                names.add(name);
                int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
                if (prefix > 0 && name.length() > prefix) {
                    names.add(name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1));
                }
            }
        }
        for (Field field : type.getFields()) {
            names.add(field.getName());
        }
        return names;
    }

    private static boolean fits(Class<?> type, Object value) {
        return type.isInstance(value) || type.isPrimitive();
    }
}

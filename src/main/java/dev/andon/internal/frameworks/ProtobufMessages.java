package dev.andon.internal.frameworks;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Messages of Protocol Buffers, by their descriptors. Works by reflection in the class loader of the message, whichever
 * version of the library is there; messages of its small variant have no descriptors, and are left alone.
 */
public final class ProtobufMessages {

    private static final String MESSAGE = "com.google.protobuf.Message";
    private static final String DESCRIPTORS = "com.google.protobuf.Descriptors$";
    private static final String BYTES = "com.google.protobuf.ByteString";

    /** An entry of a map; with another key it would stand for another entry. */
    private static final String ENTRY = "com.google.protobuf.MapEntry";

    /** Holds a message as bytes, and says of which type. */
    private static final String ANY = "com.google.protobuf.Any";

    private ProtobufMessages() {}

    /** Returns whether the value is a message. */
    public static boolean isMessage(Object value) {
        return type(value, MESSAGE) != null;
    }

    /**
     * Returns a copy with other values; empty where nothing changes.
     *
     * @param change gets a field's name and value, the elements of a repeated field as a list, and returns another value, or
     *     null to keep it
     */
    public static Optional<Object> changed(Object message, BiFunction<String, Object, @Nullable Object> change) {
        Class<?> type = type(message, MESSAGE);
        if (type == null || message.getClass().getName().equals(ANY)) {
            return Optional.empty();
        }
        try {
            Object builder = type.getMethod("toBuilder").invoke(message);
            Class<?> building = Class.forName(MESSAGE + "$Builder", true, type.getClassLoader());
            Class<?> fieldType = Class.forName(DESCRIPTORS + "FieldDescriptor", true, type.getClassLoader());
            boolean any = false;
            for (Object field : fields(type, message)) {
                Object held = value(type, fieldType, message, field);
                String name = String.valueOf(call(field, "getName"));
                boolean kept = held == null || (message.getClass().getName().equals(ENTRY) && name.equals("key"));
                Object other = kept ? null : change.apply(name, held);
                if (other != null) {
                    building.getMethod("setField", fieldType, Object.class).invoke(builder, field, other);
                    any = true;
                }
            }
            return any ? Optional.ofNullable(building.getMethod("build").invoke(builder)) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError otherVersion) {
            return Optional.empty();
        }
    }

    private static List<?> fields(Class<?> type, Object message) throws ReflectiveOperationException {
        Object descriptor = type.getMethod("getDescriptorForType").invoke(message);
        return descriptor != null && call(descriptor, "getFields") instanceof List<?> fields ? fields : List.of();
    }

    /** A field that may be absent is left so: of several, one alone may be there. */
    private static @Nullable Object value(Class<?> type, Class<?> fieldType, Object message, Object field)
            throws ReflectiveOperationException {
        boolean repeated = Boolean.TRUE.equals(call(field, "isRepeated"));
        if (!repeated
                && Boolean.TRUE.equals(call(field, "hasPresence"))
                && !Boolean.TRUE.equals(type.getMethod("hasField", fieldType).invoke(message, field))) {
            return null;
        }
        Object held = type.getMethod("getField", fieldType).invoke(message, field);
        return held instanceof Collection<?> elements ? new ArrayList<>(elements) : held;
    }

    /** Returns another value in place of one that only messages hold, an enum's constant or bytes; empty for all others. */
    public static Optional<Object> other(Object value) {
        try {
            if (value.getClass().getName().equals(DESCRIPTORS + "EnumValueDescriptor")) {
                Object of = call(value, "getType");
                return of != null && call(of, "getValues") instanceof List<?> constants
                        ? constants.stream()
                                .filter(constant -> !constant.equals(value))
                                .<Object>map(constant -> constant)
                                .findFirst()
                        : Optional.empty();
            }
            Class<?> bytes = type(value, BYTES);
            return bytes == null
                            || Integer.valueOf(0).equals(bytes.getMethod("size").invoke(value))
                    ? Optional.empty()
                    : Optional.ofNullable(bytes.getMethod("concat", bytes).invoke(value, value));
        } catch (ReflectiveOperationException otherVersion) {
            return Optional.empty();
        }
    }

    /** Returns whether the value is one that only messages hold. */
    public static boolean isOfMessages(Object value) {
        return type(value, BYTES) != null || value.getClass().getName().equals(DESCRIPTORS + "EnumValueDescriptor");
    }

    private static @Nullable Object call(Object on, String name) throws ReflectiveOperationException {
        Method method = on.getClass().getMethod(name);
        return method.invoke(on);
    }

    private static @Nullable Class<?> type(Object value, String name) {
        return ReturnedTypes.known(value, Set.of(name));
    }
}

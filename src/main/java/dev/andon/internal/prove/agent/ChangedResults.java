package dev.andon.internal.prove.agent;

import dev.andon.internal.frameworks.ProtobufMessages;
import dev.andon.internal.frameworks.ReturnedTypes;
import dev.andon.internal.frameworks.RoutedResponses;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes another answer of the one that a method returned, and leaves the returned object itself as it is: it may be cached,
 * or bound to a database.
 */
final class ChangedResults {

    /** What is changed. Both cannot be in one answer: an element that is gone has no values. */
    enum Way {
        /** Numbers plus one, texts changed, booleans turned, everywhere in the answer. */
        VALUES,
        /** One element less in each collection. */
        ELEMENTS
    }

    private static final int DEEPEST = 4;

    /** So much of a long list is changed; the rest stays. */
    private static final int MOST_ELEMENTS = 200;

    private final Way way;
    private final Set<String> changes = new LinkedHashSet<>();

    private ChangedResults(Way way) {
        this.way = way;
    }

    /** Returns another value, to be returned as that type; null where nothing in it can be changed. */
    static @Nullable Changed of(@Nullable Object value, Way way) {
        if (value == null) {
            return null;
        }
        ChangedResults changing = new ChangedResults(way);
        Object changed = changing.change(value, "", 0);
        return changed == null ? null : new Changed(changed, List.copyOf(changing.changes));
    }

    /**
     * Another value.
     *
     * @param value the value
     * @param changes what is different, for example {@code total + 1}
     */
    record Changed(Object value, List<String> changes) {}

    /** Returns null where nothing changes. */
    private @Nullable Object change(Object value, String name, int depth) {
        if (depth > DEEPEST || ReturnedTypes.isSuspension(value)) {
            return null;
        }
        if (ReturnedTypes.sendsNoBody(value)) {
            return null;
        }
        if (ReturnedTypes.isResponse(value)) {
            Object changed = ReturnedTypes.body(value)
                    .map(held -> change(held, name, depth))
                    .orElse(null);
            return changed == null
                    ? null
                    : ReturnedTypes.withBody(value, changed, true).orElse(null);
        }
        if (ReturnedTypes.isHolder(value)) {
            return null;
        }
        if (RoutedResponses.isOne(value)) {
            Object changed = RoutedResponses.entity(value)
                    .map(held -> change(held, name, depth))
                    .orElse(null);
            if (changed == null) {
                return null;
            }
            // Another status would be too easy to detect.
            Map<String, Object> fields = RoutedResponses.writing(value, changed);
            return ObjectCopy.of(value, (field, held) -> fields.get(field));
        }
        if (value.getClass().isArray()) {
            return array(value, name, depth);
        }
        if (value.getClass().getClassLoader() == null) {
            return way == Way.VALUES && isValue(value) ? changedValue(value, name) : container(value, name, depth);
        }
        if (value instanceof Enum<?> constant) {
            return way == Way.VALUES ? constant(constant, name) : null;
        }
        if (ProtobufMessages.isOfMessages(value)) {
            return way == Way.VALUES ? ofMessage(value, name) : null;
        }
        BiFunction<String, Object, @Nullable Object> inside =
                (field, held) -> change(held, name.isEmpty() ? field : name + "." + field, depth + 1);
        return ProtobufMessages.isMessage(value)
                ? ProtobufMessages.changed(value, inside).orElse(null)
                : ObjectCopy.of(value, inside);
    }

    private @Nullable Object ofMessage(Object value, String name) {
        Object other = ProtobufMessages.other(value).orElse(null);
        if (other != null) {
            changes.add((name.isEmpty() ? "the value" : name) + " changed");
        }
        return other;
    }

    private @Nullable Object changedValue(Object value, String name) {
        Object changed = other(value);
        if (changed != null) {
            String what = name.isEmpty() ? "the value" : name;
            changes.add(
                    value instanceof Number
                            ? what + " + 1"
                            : value instanceof Boolean ? what + " turned" : what + " changed");
        }
        return changed;
    }

    private static boolean isValue(Object value) {
        return value instanceof Number
                || value instanceof CharSequence
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Temporal
                || value instanceof UUID
                || value instanceof Enum<?>;
    }

    private static @Nullable Object other(Object value) {
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Short number) {
            return (short) (number + 1);
        }
        if (value instanceof Byte number) {
            return (byte) (number + 1);
        }
        if (value instanceof Double number) {
            return otherThan(number);
        }
        if (value instanceof Float number) {
            return (float) otherThan(number);
        }
        if (value instanceof BigDecimal number) {
            return number.add(BigDecimal.ONE);
        }
        if (value instanceof BigInteger number) {
            return number.add(BigInteger.ONE);
        }
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Character letter) {
            return (char) (letter + 1);
        }
        if (value instanceof String text) {
            return text + " (changed)";
        }
        if (value instanceof UUID id) {
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1);
        }
        return value instanceof Temporal time ? later(time) : null;
    }

    /** What is too large for one more to make a difference, even as a float, becomes half of it. */
    private static double otherThan(double number) {
        if (!Double.isFinite(number)) {
            return 1;
        }
        return (float) number == (float) (number + 1) ? number / 2 : number + 1;
    }

    private static @Nullable Object later(Temporal time) {
        for (TemporalUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.YEARS)) {
            try {
                return time.plus(1, unit);
            } catch (DateTimeException | ArithmeticException otherUnit) {
                // The next unit may be one that it has.
            }
        }
        return null;
    }

    private @Nullable Object constant(Enum<?> value, String name) {
        Object[] constants = value.getDeclaringClass().getEnumConstants();
        if (constants.length < 2) {
            return null;
        }
        changes.add((name.isEmpty() ? "the value" : name) + " changed");
        return constants[0] == value ? constants[1] : constants[0];
    }

    private @Nullable Object array(Object array, String name, int depth) {
        int length = Array.getLength(array);
        if (length == 0) {
            return null;
        }
        Class<?> type = array.getClass().getComponentType();
        int first = way == Way.ELEMENTS ? 1 : 0;
        Object copy = Array.newInstance(type, length - first);
        System.arraycopy(array, first, copy, 0, length - first);
        if (way == Way.ELEMENTS) {
            less(name);
            return copy;
        }
        boolean any = false;
        for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
            Object element = Array.get(array, i);
            Object changed = element == null ? null : change(element, name, depth + 1);
            if (changed != null && (type.isPrimitive() || type.isInstance(changed))) {
                Array.set(copy, i, changed);
                any = true;
            }
        }
        return any ? copy : null;
    }

    private void less(String name) {
        changes.add(name.isEmpty() ? "one element less" : name + " less one element");
    }

    private @Nullable Object container(Object value, String name, int depth) {
        if (value instanceof Optional<?> optional) {
            return optional.<Object>map(held -> change(held, name, depth))
                    .map(Optional::of)
                    .orElse(null);
        }
        if (value instanceof Map<?, ?> entries) {
            return map(entries, name, depth);
        }
        if (value instanceof Collection<?> elements) {
            List<Object> changed = elements(elements, name, depth);
            return changed == null ? null : like(elements, changed);
        }
        return null;
    }

    private @Nullable List<Object> elements(Collection<?> elements, String name, int depth) {
        List<Object> copy = new ArrayList<>(elements);
        if (way == Way.ELEMENTS) {
            if (copy.isEmpty()) {
                return null;
            }
            copy.remove(0);
            less(name);
            return copy;
        }
        boolean any = false;
        for (int i = 0; i < Math.min(copy.size(), MOST_ELEMENTS); i++) {
            Object element = copy.get(i);
            Object changed = element == null ? null : change(element, name, depth + 1);
            if (changed != null) {
                copy.set(i, changed);
                any = true;
            }
        }
        return any ? copy : null;
    }

    private static @Nullable Object like(Collection<?> before, List<Object> elements) {
        try {
            if (before instanceof List<?>) {
                return elements;
            }
            if (before instanceof TreeSet<?>) {
                return new TreeSet<>(elements);
            }
            return before instanceof HashSet<?> || before instanceof Set<?> ? new LinkedHashSet<>(elements) : null;
        } catch (ClassCastException notComparable) {
            return null;
        }
    }

    private @Nullable Object map(Map<?, ?> entries, String name, int depth) {
        Map<Object, Object> copy =
                entries instanceof TreeMap<?, ?> ? new TreeMap<>(entries) : new LinkedHashMap<>(entries);
        if (way == Way.ELEMENTS) {
            if (copy.isEmpty()) {
                return null;
            }
            copy.remove(copy.keySet().iterator().next());
            less(name);
            return copy;
        }
        boolean any = false;
        for (Map.Entry<Object, Object> entry : copy.entrySet()) {
            Object held = entry.getValue();
            Object changed = held == null ? null : change(held, nameOf(name, entry.getKey()), depth + 1);
            if (changed != null) {
                entry.setValue(changed);
                any = true;
            }
        }
        return any ? copy : null;
    }

    private static String nameOf(String name, @Nullable Object key) {
        String last = key instanceof String text ? text : "a value";
        return name.isEmpty() ? last : name + "." + last;
    }

    /** Returns the answer that will hold another value once it is there; null where it is no such answer. */
    static @Nullable Object later(Object value, Way way) {
        if (value instanceof CompletableFuture<?> future) {
            Object changed = future.thenApply(held -> held == null ? null : orSame(held, way));
            return changed;
        }
        if (value instanceof Stream<?> stream) {
            Object changed =
                    way == Way.ELEMENTS ? stream.skip(1) : stream.map(held -> held == null ? null : orSame(held, way));
            return changed;
        }
        Optional<Object> less = way == Way.ELEMENTS ? ReturnedTypes.withoutFirst(value) : Optional.empty();
        return less.or(() -> ReturnedTypes.map(value, held -> orSame(held, way)))
                .orElse(null);
    }

    private static Object orSame(Object value, Way way) {
        Changed changed = of(value, way);
        return changed == null ? value : changed.value();
    }
}

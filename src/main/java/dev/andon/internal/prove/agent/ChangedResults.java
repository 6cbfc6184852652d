package dev.andon.internal.prove.agent;

import dev.andon.internal.frameworks.JsonTrees;
import dev.andon.internal.frameworks.LateAnswers;
import dev.andon.internal.frameworks.Projections;
import dev.andon.internal.frameworks.ProtobufMessages;
import dev.andon.internal.frameworks.ResponseObjects;
import dev.andon.internal.frameworks.ReturnedTypes;
import dev.andon.internal.frameworks.RoutedResponses;
import dev.andon.internal.frameworks.StreamedBodies;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
        if (ResponseObjects.sendsNoBody(value)) {
            return null;
        }
        if (ResponseObjects.isOne(value)) {
            Object changed = ResponseObjects.body(value)
                    .map(held -> change(held, name, depth))
                    .orElse(null);
            return changed == null
                    ? null
                    : ResponseObjects.withBody(value, changed, true).orElse(null);
        }
        if (ReturnedTypes.isHolder(value) || LateAnswers.isOne(value)) {
            return null;
        }
        if (StreamedBodies.isOne(value)) {
            return way == Way.VALUES ? streamed(value, name) : null;
        }
        if (JsonTrees.isOne(value)) {
            return JsonTrees.document(value)
                    .map(document -> change(document, name, depth))
                    .flatMap(document -> JsonTrees.tree(value, document))
                    .orElse(null);
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
        if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Optional<?>) {
            return container(value, name, depth);
        }
        if (ProtobufMessages.isOfMessages(value)) {
            return way == Way.VALUES ? ofMessage(value, name) : null;
        }
        Object single = OtherValue.of(value);
        if (single != null || value.getClass().getClassLoader() == null || value instanceof Enum<?>) {
            return way == Way.VALUES ? said(single, value, name) : null;
        }
        BiFunction<String, Object, @Nullable Object> inside =
                (field, held) -> change(held, name.isEmpty() ? field : name + "." + field, depth + 1);
        if (ProtobufMessages.isMessage(value)) {
            return ProtobufMessages.changed(value, inside).orElse(null);
        }
        if (Projections.isOne(value)) {
            return Projections.changed(value, inside).orElse(null);
        }
        return ObjectCopy.of(
                value, (field, held) -> ResponseObjects.isSent(value, field) ? inside.apply(field, held) : null);
    }

    private @Nullable Object streamed(Object value, String name) {
        return said(StreamedBodies.changed(value).orElse(null), "", name.isEmpty() ? "the content" : name);
    }

    private @Nullable Object said(@Nullable Object other, Object value, String name) {
        if (other != null) {
            changes.add((name.isEmpty() ? "the value" : name) + " " + OtherValue.said(value));
        }
        return other;
    }

    private @Nullable Object ofMessage(Object value, String name) {
        return said(ProtobufMessages.other(value).orElse(null), "", name);
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
            if (way == Way.VALUES && elements instanceof Set<?> set && staysTheSame(set)) {
                return null;
            }
            List<Object> changed = elements(elements, name, depth);
            return changed == null ? null : LikeContainer.of(elements, changed);
        }
        return null;
    }

    /** A set of two constants has the same ones when each becomes the other. */
    private static boolean staysTheSame(Set<?> set) {
        Set<Object> others = new HashSet<>();
        for (Object element : set) {
            if (!(element instanceof Enum<?> || element instanceof Boolean)) {
                return false;
            }
            others.add(Objects.requireNonNullElse(OtherValue.of(element), element));
        }
        return others.equals(set);
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

    private @Nullable Object map(Map<?, ?> entries, String name, int depth) {
        Map<Object, Object> copy = LikeContainer.copy(entries);
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
        if (ResponseObjects.isOne(value)) {
            return ResponseObjects.body(value)
                    .map(held -> later(held, way))
                    .flatMap(held -> ResponseObjects.withBody(value, held, true))
                    .orElse(null);
        }
        if (value instanceof CompletableFuture<?> future) {
            Object changed = future.thenApply(held -> held == null ? null : orSame(held, way));
            return changed;
        }
        if (value instanceof Callable<?> task) {
            Callable<@Nullable Object> changed = () -> orSame(task.call(), way);
            return changed;
        }
        if (LateAnswers.isTask(value)) {
            return ObjectCopy.of(value, (field, held) -> held instanceof Callable<?> ? later(held, way) : null);
        }
        if (LateAnswers.isDeferred(value)) {
            return LateAnswers.with(value, held -> orSame(held, way)).orElse(null);
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

    private static @Nullable Object orSame(@Nullable Object value, Way way) {
        Changed changed = of(value, way);
        return changed == null ? value : changed.value();
    }
}

package dev.andon.internal.prove.agent;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes collections and maps of the kind that a method returned, with other contents: of the same class where it can be made,
 * else of one that implements the same interface. What an object mapper or a library of collections wraps is read only.
 */
final class LikeContainer {

    private LikeContainer() {}

    /** Returns null where none can hold these elements. */
    static @Nullable Collection<Object> of(Collection<?> before, List<Object> elements) {
        try {
            if (before instanceof EnumSet<?> constants) {
                @SuppressWarnings({"unchecked", "rawtypes"})
                Collection<Object> copy = (Collection<Object>) (Collection) constants.clone();
                copy.clear();
                copy.addAll(elements);
                return copy;
            }
            if (before instanceof SortedSet<?> sorted) {
                return filled(sortedLike(sorted), elements);
            }
            Object same = made(before.getClass());
            if (same != null) {
                @SuppressWarnings("unchecked")
                Collection<Object> of = (Collection<Object>) same;
                return filled(of, elements);
            }
        } catch (RuntimeException bound) {
            // It takes no such elements, or is bound to a session that it does not have.
            if (before instanceof SortedSet<?>) {
                return null;
            }
        }
        return before instanceof Set<?> ? new LinkedHashSet<>(elements) : new ArrayList<>(elements);
    }

    private static Collection<Object> filled(Collection<Object> copy, List<Object> elements) {
        copy.addAll(elements);
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Collection<Object> sortedLike(SortedSet<?> before) {
        return new TreeSet<>(((SortedSet<Object>) before).comparator());
    }

    /** Returns a copy of a map, to be written to. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Map<Object, Object> copy(Map<?, ?> before) {
        if (before instanceof EnumMap constants) {
            return (Map<Object, Object>) (Map) constants.clone();
        }
        if (before instanceof SortedMap sorted) {
            return new TreeMap<Object, Object>((SortedMap<Object, Object>) sorted);
        }
        try {
            Object same = made(before.getClass());
            if (same != null) {
                ((Map<Object, Object>) same).putAll(before);
                return (Map<Object, Object>) same;
            }
        } catch (RuntimeException bound) {
            // As above.
        }
        return new LinkedHashMap<>(before);
    }

    /** What is built on none of the JDK's own may need more than its constructor gives. */
    private static @Nullable Object made(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getClassLoader() == null && !Modifier.isAbstract(at.getModifiers()) && at != Object.class) {
                return constructed(type);
            }
        }
        return null;
    }

    private static @Nullable Object constructed(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException none) {
            return null;
        }
    }
}

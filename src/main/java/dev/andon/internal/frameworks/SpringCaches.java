package dev.andon.internal.frameworks;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caches of the applications that Spring's tests keep from one test class to the next. */
public final class SpringCaches {

    private static final String CONTEXTS =
            "org.springframework.test.context.cache.DefaultCacheAwareContextLoaderDelegate";
    private static final String MANAGER = "org.springframework.cache.CacheManager";

    /** Those in the memory of this JVM. Others may be shared with somebody, or be away. */
    private static final Set<String> LOCAL = Set.of(
            "org.springframework.cache.concurrent.ConcurrentMapCache",
            "org.springframework.cache.caffeine.CaffeineCache");

    private SpringCaches() {}

    /** Empties them, as if what they hold had expired; does nothing where there are none. */
    public static void clear(ClassLoader loader) {
        try {
            Class<?> type = Class.forName(CONTEXTS, false, loader);
            Object cache = field(type, "defaultContextCache", null).orElse(null);
            Object contexts = cache == null
                    ? null
                    : field(cache.getClass(), "contextMap", cache).orElse(null);
            if (contexts instanceof Map<?, ?> map) {
                synchronized (contexts) {
                    List.copyOf(map.values()).forEach(SpringCaches::clearOf);
                }
            }
        } catch (ReflectiveOperationException | LinkageError none) {
            // No Spring, or another version of it.
        }
    }

    private static Optional<Object> field(Class<?> type, String name, @Nullable Object of)
            throws ReflectiveOperationException {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return Optional.ofNullable(field.get(of));
        } catch (InaccessibleObjectException sealed) {
            return Optional.empty();
        }
    }

    private static void clearOf(Object context) {
        try {
            Class<?> manager = Class.forName(MANAGER, false, context.getClass().getClassLoader());
            Object beans = context.getClass()
                    .getMethod("getBeansOfType", Class.class, boolean.class, boolean.class)
                    .invoke(context, manager, false, false);
            for (Object bean : ((Map<?, ?>) beans).values()) {
                Object names = manager.getMethod("getCacheNames").invoke(bean);
                for (Object name : (Collection<?>) names) {
                    Object cache = manager.getMethod("getCache", String.class).invoke(bean, name);
                    if (cache != null && ReturnedTypes.known(cache, LOCAL) != null) {
                        cache.getClass().getMethod("clear").invoke(cache);
                    }
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
            // Nothing is asked of a context that has been closed.
        }
    }
}

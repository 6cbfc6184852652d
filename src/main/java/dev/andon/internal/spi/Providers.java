package dev.andon.internal.spi;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the implementation that our own jar registers for a service. */
public final class Providers {
    /** To find one means to look into each jar of the class path, and an extension is made for each run of a canary. */
    private static final Map<Class<?>, ServiceLoader.Provider<?>> FOUND = new ConcurrentHashMap<>();

    private Providers() {}

    /**
     * Returns a new object of the implementation of a service.
     *
     * @throws IllegalStateException if none is registered, as in a jar that was put together without its service files
     */
    public static <T> T find(Class<T> service) {
        return service.cast(
                FOUND.computeIfAbsent(service, Providers::registered).get());
    }

    private static ServiceLoader.Provider<?> registered(Class<?> service) {
        return ServiceLoader.load(service, service.getClassLoader()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("META-INF/services/" + service.getName()
                        + " of andon-junit is missing: a jar that contains Andon must keep its service files "
                        + "(maven-shade-plugin: ServicesResourceTransformer)"));
    }
}

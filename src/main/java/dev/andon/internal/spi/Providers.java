package dev.andon.internal.spi;

import java.util.ServiceLoader;

/** Finds the implementation that our own jar registers for a service. */
public final class Providers {
    private Providers() {}

    /**
     * Returns the implementation of a service.
     *
     * @throws IllegalStateException if none is registered, as in a jar that was put together without its service files
     */
    public static <T> T find(Class<T> service) {
        return ServiceLoader.load(service, service.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("META-INF/services/" + service.getName()
                        + " of andon-junit is missing: a jar that contains Andon must keep its service files "
                        + "(maven-shade-plugin: ServicesResourceTransformer)"));
    }
}

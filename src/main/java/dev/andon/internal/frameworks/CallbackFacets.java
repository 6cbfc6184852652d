package dev.andon.internal.frameworks;

import java.util.Map;
import java.util.Set;

/** Which methods the framework calls by itself. Annotations and interfaces are given by their simple names, unless said otherwise. */
public interface CallbackFacets {

    /** Returns the annotations of methods that are called when the application starts or stops. */
    default Set<String> startAnnotations() {
        return Set.of();
    }

    /** Returns the annotations of methods that make beans for the container, by their full names. */
    default Set<String> beanAnnotations() {
        return Set.of();
    }

    /** Returns the types of beans whose lambdas handle requests, by their full names. */
    default Set<String> handlingBeans() {
        return Set.of();
    }

    /** Returns the annotations of methods that are called by timers and events while the application waits. */
    default Set<String> timerAnnotations() {
        return Set.of();
    }

    /** Returns the methods, by the interface that declares them, that are called when the application starts or stops. */
    default Map<String, Set<String>> startCallbacks() {
        return Map.of();
    }

    /** Returns the methods, by the interface that declares them, that are called by events of the application. */
    default Map<String, Set<String>> eventCallbacks() {
        return Map.of();
    }
}

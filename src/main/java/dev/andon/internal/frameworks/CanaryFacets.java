package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Set;

/** What canaries may use, and what makes them part of the system under test. */
public interface CanaryFacets {

    /** Returns the prefixes of classes that every canary may use. */
    default List<String> canaryPackages() {
        return List.of();
    }

    /** Returns the prefixes of classes that plain data may use. */
    default List<String> dataPackages() {
        return List.of();
    }

    /** Returns the annotations of tests that start the whole application in their own JVM. */
    default Set<String> applicationTestAnnotations() {
        return Set.of();
    }
}

package dev.andon.internal.discover;

import java.util.List;

/**
 * What a build holds.
 *
 * @param services the services, in a stable order
 * @param testClasses the test classes, in a stable order
 * @param canaries the canaries, in a stable order; those among tests are test classes too
 */
public record Inventory(List<Service> services, List<TestClass> testClasses, List<CanaryClass> canaries) {

    /** Makes an inventory without canaries. */
    public Inventory(List<Service> services, List<TestClass> testClasses) {
        this(services, testClasses, List.of());
    }
}

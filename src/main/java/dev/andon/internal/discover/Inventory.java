package dev.andon.internal.discover;

import java.util.List;

/**
 * The services, test classes and canaries of a build.
 *
 * @param services the services, in a stable order
 * @param testClasses the test classes, in a stable order
 * @param canaries the canaries, in a stable order; those among tests are test classes too
 * @param standIns the classes among tests that answer requests as services do
 * @param assertionsIn patterns of library classes that are followed like helpers of the build
 */
public record Inventory(
        List<Service> services,
        List<TestClass> testClasses,
        List<CanaryClass> canaries,
        List<Service> standIns,
        List<String> assertionsIn) {

    /** Creates an inventory that names no library of helpers. */
    public Inventory(List<Service> services, List<TestClass> testClasses, List<CanaryClass> canaries) {
        this(services, testClasses, canaries, List.of(), List.of());
    }

    /** Creates an inventory without canaries. */
    public Inventory(List<Service> services, List<TestClass> testClasses) {
        this(services, testClasses, List.of());
    }
}

package dev.andon.internal.discover;

import java.util.List;
import java.util.Set;

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

    /** Returns the inventory without the tests and canaries of other modules. */
    public Inventory testsOf(Set<String> modules) {
        return new Inventory(
                services,
                testClasses.stream()
                        .filter(test -> modules.contains(test.module()))
                        .toList(),
                canaries.stream()
                        .filter(canary -> modules.contains(canary.module()))
                        .toList(),
                standIns,
                assertionsIn);
    }

    /** Creates an inventory without canaries. */
    public Inventory(List<Service> services, List<TestClass> testClasses) {
        this(services, testClasses, List.of());
    }
}

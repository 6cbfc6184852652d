package dev.andon.internal.discover;

import java.util.List;

/**
 * What a build holds.
 *
 * @param services the services, in a stable order
 * @param testClasses the test classes, in a stable order
 */
public record Inventory(List<Service> services, List<TestClass> testClasses) {}

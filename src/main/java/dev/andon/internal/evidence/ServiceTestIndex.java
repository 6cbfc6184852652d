package dev.andon.internal.evidence;

import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which test classes reach or run which service. */
public final class ServiceTestIndex {
    /** By service, and by test class. */
    private final Map<String, Map<String, Link>> links = new HashMap<>();
    /** By service, and by test class. */
    private final Map<String, Map<String, Execution>> executions = new HashMap<>();

    private final Map<String, TestClass> testClasses;
    /** The methods that reach each service, by test class; of a service none where they cannot be told apart. */
    private final Map<String, Map<String, Set<String>>> methods = new HashMap<>();

    ServiceTestIndex(List<Link> links, List<Execution> executions, Map<String, TestClass> testClasses) {
        links.forEach(link -> this.links
                .computeIfAbsent(key(link.module(), link.service()), name -> new LinkedHashMap<>())
                .putIfAbsent(link.testClass(), link));
        executions.forEach(execution -> this.executions
                .computeIfAbsent(key(execution.module(), execution.service()), name -> new LinkedHashMap<>())
                .putIfAbsent(execution.testClass(), execution));
        this.testClasses = testClasses;
        links.stream()
                .filter(link -> link.strength() != Link.Strength.MOCK_ONLY)
                .forEach(link -> methods(link.testClass(), key(link.module(), link.service()))
                        .addAll(link.methods()));
        executions.stream()
                .filter(execution -> execution.depth() == Execution.Depth.CALLED)
                .forEach(execution -> methods(execution.testClass(), key(execution.module(), execution.service())));
    }

    private Set<String> methods(String testClass, String service) {
        return methods.computeIfAbsent(testClass, name -> new HashMap<>())
                .computeIfAbsent(service, key -> new HashSet<>());
    }

    // Services in two modules may have the same name.
    private static String key(String module, String service) {
        return module + '#' + service;
    }

    private static String key(Service service) {
        return key(service.module(), service.name());
    }

    /** Returns how a test class names or reaches a service, if it does. */
    public Optional<Link> link(Service service, TestClass testClass) {
        return Optional.ofNullable(links.getOrDefault(key(service), Map.of()).get(testClass.name()));
    }

    /** Returns what a test class ran of a service, if it is known. */
    public Optional<Execution> execution(Service service, TestClass testClass) {
        return Optional.ofNullable(
                executions.getOrDefault(key(service), Map.of()).get(testClass.name()));
    }

    /** Returns the names of the test classes that have anything to do with a service. */
    Set<String> named(Service service) {
        Set<String> names =
                new LinkedHashSet<>(links.getOrDefault(key(service), Map.of()).keySet());
        names.addAll(executions.getOrDefault(key(service), Map.of()).keySet());
        return names;
    }

    /** Returns the test classes of any kind that name, reach or run a service; not those that only mock it. */
    public Set<TestClass> of(Service service) {
        Set<TestClass> found = new LinkedHashSet<>();
        testClassesReaching(service).forEach(name -> add(found, name));
        return found;
    }

    /** Returns the names of the test classes of any kind that name, reach or run a service; not those that only mock it. */
    Set<String> testClassesReaching(Service service) {
        String key = key(service);
        Set<String> found = new LinkedHashSet<>();
        links.getOrDefault(key, Map.of()).values().stream()
                .filter(link -> link.strength() != Link.Strength.MOCK_ONLY)
                .forEach(link -> found.add(link.testClass()));
        executions.getOrDefault(key, Map.of()).values().stream()
                .filter(execution -> execution.depth() == Execution.Depth.CALLED)
                .forEach(execution -> found.add(execution.testClass()));
        return found;
    }

    /**
     * Returns whether a test method reaches a service, as far as the methods of its class can be told apart. One that none
     * of its class's links names belongs to the service of its class, if that is one.
     */
    public boolean reaches(TestClass testClass, TestMethod method, Service service) {
        return reached(testClass, method).contains(key(service));
    }

    /** Returns whether a test method is known to reach no service, or none of several more than the others. */
    public boolean reachesNone(TestClass testClass, TestMethod method) {
        return reached(testClass, method).isEmpty();
    }

    private Set<String> reached(TestClass testClass, TestMethod method) {
        Map<String, Set<String>> ofClass = methods.getOrDefault(testClass.name(), Map.of());
        Set<String> named = new HashSet<>(ofClass.keySet());
        named.removeIf(service -> !ofClass.getOrDefault(service, Set.of()).contains(method.name()));
        return named.isEmpty() && ofClass.size() == 1 ? ofClass.keySet() : named;
    }

    private void add(Set<TestClass> found, String name) {
        TestClass testClass = testClasses.get(name);
        if (testClass != null) {
            found.add(testClass);
        }
    }
}

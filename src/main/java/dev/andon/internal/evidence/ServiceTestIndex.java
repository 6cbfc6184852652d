package dev.andon.internal.evidence;

import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which test classes reach or run which service. */
public final class ServiceTestIndex {
    private final Map<String, List<Link>> links = new HashMap<>();
    private final Map<String, List<Execution>> executions = new HashMap<>();
    private final Map<String, TestClass> testClasses;

    ServiceTestIndex(List<Link> links, List<Execution> executions, Map<String, TestClass> testClasses) {
        links.forEach(link -> this.links
                .computeIfAbsent(key(link.module(), link.service()), name -> new ArrayList<>())
                .add(link));
        executions.forEach(execution -> this.executions
                .computeIfAbsent(key(execution.module(), execution.service()), name -> new ArrayList<>())
                .add(execution));
        this.testClasses = testClasses;
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
        return links.getOrDefault(key(service), List.of()).stream()
                .filter(link -> link.testClass().equals(testClass.name()))
                .findFirst();
    }

    /** Returns what a test class ran of a service, if it is known. */
    public Optional<Execution> execution(Service service, TestClass testClass) {
        return executions.getOrDefault(key(service), List.of()).stream()
                .filter(execution -> execution.testClass().equals(testClass.name()))
                .findFirst();
    }

    /** Returns the test classes of any kind that name, reach or run a service. */
    public Set<TestClass> of(Service service) {
        Set<TestClass> found = new LinkedHashSet<>();
        links.getOrDefault(key(service), List.of()).forEach(link -> add(found, link.testClass()));
        executions.getOrDefault(key(service), List.of()).stream()
                .filter(execution -> execution.depth() == Execution.Depth.CALLED)
                .forEach(execution -> add(found, execution.testClass()));
        return found;
    }

    private void add(Set<TestClass> found, String name) {
        TestClass testClass = testClasses.get(name);
        if (testClass != null) {
            found.add(testClass);
        }
    }
}

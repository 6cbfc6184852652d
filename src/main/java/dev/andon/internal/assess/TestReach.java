package dev.andon.internal.assess;

import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.links.AssertionReach;
import dev.andon.internal.evidence.links.Links;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which services and assertions the tests reach, each module's through the classes that it loads.
 *
 * @param links the links to services
 * @param assertions the methods that reach an assertion
 */
record TestReach(List<Link> links, Assertions assertions) {

    static TestReach find(Inventory inventory, LoadedClasses loaded, Function<String, Set<String>> dependencies) {
        List<Link> links = new ArrayList<>();
        Set<TestMethod> asserting = new HashSet<>();
        Set<TestMethod> startingOnly = new HashSet<>();
        Map<TestMethod, String> runners = new HashMap<>();
        Set<String> modules = Stream.concat(
                        inventory.testClasses().stream().map(TestClass::module),
                        inventory.canaries().stream().map(CanaryClass::module))
                .collect(Collectors.toSet());
        loaded.of(modules).forEach((possible, ofModules) -> {
            Inventory part = ofModules.equals(modules) ? inventory : inventory.testsOf(ofModules);
            Map<String, List<TestClass>> byName =
                    part.testClasses().stream().collect(Collectors.groupingBy(TestClass::name));
            agreed(possible.stream().map(index -> Links.find(index, part)).toList()).stream()
                    .filter(link -> byName.getOrDefault(link.testClass(), List.of()).stream()
                            .allMatch(test -> isOnClassPath(test, link, part, dependencies)))
                    .forEach(links::add);
            List<Assertions> found = possible.stream()
                    .map(index -> AssertionReach.find(index, part))
                    .toList();
            asserting.addAll(inAll(found, Assertions::asserting));
            startingOnly.addAll(inAll(found, Assertions::startingOnly));
            found.forEach(each -> runners.putAll(each.runners()));
        });
        runners.keySet().removeAll(asserting);
        return new TestReach(List.copyOf(links), new Assertions(asserting, startingOnly, runners));
    }

    /** A test that starts an application of its own module in its JVM reaches no service of a module that is not there. */
    private static boolean isOnClassPath(
            TestClass test, Link link, Inventory part, Function<String, Set<String>> dependencies) {
        return !test.startsApplication() || isOnClassPath(test, link.module(), part, dependencies);
    }

    /**
     * Returns which services the tests of engines may reach, whose code is not read. What is asked of other modules is
     * asked now: the answer is kept with the report, and must not keep all code in memory.
     */
    static BiPredicate<TestClass, Service> ofUnreadTests(
            Inventory inventory, Function<String, Set<String>> dependencies) {
        Map<String, Set<String>> known = new HashMap<>();
        inventory.testClasses().stream()
                .filter(test -> test.engine() != null)
                .map(TestClass::module)
                .forEach(module -> known.computeIfAbsent(module, dependencies));
        return (test, service) ->
                isOnClassPath(test, service.module(), inventory, module -> known.getOrDefault(module, Set.of()));
    }

    /** Returns whether a test may have the module in its JVM; of one that runs services elsewhere nothing is known. */
    private static boolean isOnClassPath(
            TestClass test, String module, Inventory part, Function<String, Set<String>> dependencies) {
        boolean own =
                part.services().stream().anyMatch(service -> service.module().equals(test.module()));
        return !own
                || !test.sameProcess()
                || module.equals(test.module())
                || dependencies.apply(test.module()).contains(module);
    }

    private static Set<TestMethod> inAll(List<Assertions> found, Function<Assertions, Set<TestMethod>> part) {
        Set<TestMethod> all = new HashSet<>(part.apply(found.get(0)));
        found.forEach(each -> all.retainAll(part.apply(each)));
        return all;
    }

    /** Where it depends on the class path whether a test reaches a service, only what it executes can tell. */
    private static List<Link> agreed(List<List<Link>> possible) {
        if (possible.size() == 1) {
            return possible.get(0);
        }
        record Pair(String testClass, String service, String module) {}
        Map<Pair, List<Link>> byPair = new LinkedHashMap<>();
        possible.stream().flatMap(List::stream).forEach(link -> byPair.computeIfAbsent(
                        new Pair(link.testClass(), link.service(), link.module()), pair -> new ArrayList<>())
                .add(link));
        return byPair.values().stream()
                .map(links -> agreed(links, possible.size()))
                .toList();
    }

    private static Link strongest(List<Link> links) {
        return Collections.max(links, Comparator.comparing(Link::strength));
    }

    private static Link agreed(List<Link> links, int views) {
        Link first = links.get(0);
        boolean agreed = links.size() == views && links.stream().allMatch(link -> link.strength() == first.strength());
        boolean reached = strongest(links).strength().compareTo(Link.Strength.UNCLEAR) >= 0;
        return agreed || !reached
                ? first
                : new Link(
                        first.testClass(),
                        first.service(),
                        first.module(),
                        Link.Strength.ONE_OF_SEVERAL,
                        strongest(links).via(),
                        List.of(),
                        List.of());
    }
}

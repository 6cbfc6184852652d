package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.frameworks.BeanPresence;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The beans of a module's test code that the container finds by itself, in each test that starts the application. */
final class BeansOfTests {

    private final CodeGraph graph;
    private final PathPrefixes settings;
    private final Set<String> tests;
    private final List<Bean> beans = new ArrayList<>();
    private final IdentityHashMap<TestClass, Container> containers = new IdentityHashMap<>();

    /**
     * A bean that may take the place of the application's.
     *
     * @param type the class that is the bean, or has the method that returns it
     * @param method the bean method; null for a class
     * @param annotations what decides whether it is there
     */
    private record Bean(ClassFacts type, @Nullable MethodFacts method, List<AnnotationFacts> annotations) {}

    BeansOfTests(CodeGraph graph, Inventory inventory, PathPrefixes settings) {
        this.graph = graph;
        this.tests = inventory.testClasses().stream().map(TestClass::name).collect(Collectors.toSet());
        this.settings = settings;
        graph.index().classes().stream()
                .filter(facts -> facts.root() != null && facts.root().test())
                .forEach(this::find);
    }

    private void find(ClassFacts facts) {
        if (putsInPlace(facts.annotations())) {
            beans.add(new Bean(facts, null, facts.annotations()));
        }
        boolean found = facts.annotations().stream()
                .anyMatch(annotation -> Frameworks.any(Framework::isFoundByApplication, annotation));
        for (MethodFacts method : facts.methods()) {
            if (putsInPlace(method.annotations())
                    || (found && !method.annotations().isEmpty())) {
                beans.add(new Bean(
                        facts,
                        method,
                        Stream.concat(facts.annotations().stream(), method.annotations().stream())
                                .toList()));
            }
        }
    }

    private static boolean putsInPlace(List<AnnotationFacts> annotations) {
        return annotations.stream().anyMatch(annotation -> Frameworks.any(Framework::putsInPlace, annotation));
    }

    /** Records what they replace in a test class. */
    void replaceIn(TestClass test, ReplacedBeans replaced) {
        if (beans.isEmpty() || !test.startsApplication()) {
            return;
        }
        Container container = container(test);
        for (Bean bean : beans) {
            BeanPresence presence = container.presence(bean.type(), bean.annotations());
            if (presence != BeanPresence.NO) {
                (presence == BeanPresence.YES ? replaced.types : replaced.uncertain).addAll(types(bean, replaced));
            }
        }
    }

    /** Returns whether a class of the tests is a component of the application that the test starts. */
    BeanPresence component(String type, TestClass test, StartedApplication application) {
        ClassFacts facts = graph.index().find(type).orElse(null);
        if (facts == null || !test.startsApplication()) {
            return BeanPresence.NO;
        }
        boolean found = facts.annotations().stream()
                .filter(annotation -> Frameworks.any(Framework::isEntryAmongTests, annotation))
                .anyMatch(annotation ->
                        application.isAround(type) || !Frameworks.any(Framework::scansPackages, annotation));
        return found ? container(test).presence(facts, facts.annotations()) : BeanPresence.NO;
    }

    /** Returns whether a condition keeps a service away from what the test starts. */
    boolean areWithout(Service service, TestClass test) {
        BeanPresence.In in = container(test).in;
        return graph.index().find(service.location().className()).map(ClassFacts::annotations).stream()
                .flatMap(annotations -> Frameworks.ALL.stream().map(framework -> framework.condition(annotations, in)))
                .anyMatch(presence -> presence == BeanPresence.NO);
    }

    private Container container(TestClass test) {
        return containers.computeIfAbsent(test, Container::new);
    }

    /** What one test class starts. */
    private final class Container {
        private final TestClass test;
        private final Set<String> selected;
        private final BeanPresence.In in;

        private Container(TestClass test) {
            this.test = test;
            List<AnnotationFacts> annotations = test.methods().stream()
                    .map(method -> method.runsIn())
                    .distinct()
                    .flatMap(type -> graph.superClasses(type).stream())
                    .distinct()
                    .flatMap(facts -> graph.resolved(facts.annotations()).stream())
                    .toList();
            this.selected = selected(annotations);
            this.in = new BeanPresence.In(annotations, key -> settings.values(test.module(), key));
        }

        BeanPresence presence(ClassFacts type, List<AnnotationFacts> annotations) {
            ClassRoot root = type.root();
            if (root == null || !root.module().equals(test.module())) {
                return BeanPresence.NO;
            }
            boolean withinTest = tests.contains(type.name().replaceFirst("\\$.*", ""));
            return selected.contains(type.name())
                    ? BeanPresence.YES
                    : Frameworks.ALL.stream()
                            .map(framework -> framework.presence(annotations, withinTest, in))
                            .reduce(BeanPresence.YES, BeanPresence::and);
        }
    }

    /** The classes that the test's annotations name, directly or in the code of a class that they name, as of a profile. */
    private Set<String> selected(List<AnnotationFacts> annotations) {
        Set<String> named = annotations.stream()
                .flatMap(AnnotationFacts::types)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List.copyOf(named).stream()
                .filter(graph::isTest)
                .flatMap(type -> graph.index().code(type).values().stream())
                .map(MethodBody::types)
                .forEach(named::addAll);
        return named;
    }

    private Set<String> types(Bean bean, ReplacedBeans replaced) {
        MethodFacts method = bean.method();
        Set<String> types = new LinkedHashSet<>();
        (method == null ? bean.type().annotations() : method.annotations())
                .stream()
                        .filter(annotation -> putsInPlace(List.of(annotation)))
                        .flatMap(AnnotationFacts::types)
                        .forEach(types::add);
        types.addAll(
                method == null
                        ? graph.index().superTypes(bean.type().name())
                        : replaced.providedBy(bean.type(), method));
        return types;
    }
}

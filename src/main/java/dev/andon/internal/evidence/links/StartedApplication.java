package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells which of several services that answer the same request a test class starts: several applications of one module
 * may have equal routes, several services may implement one generated base.
 */
final class StartedApplication {

    private static final Set<String> APPLICATIONS = Frameworks.union(Framework::applicationAnnotations);

    private final CodeGraph graph;
    private final Production production;
    private final BeansOfTests beans;
    private final TestClass test;
    private final Set<String> named;
    private final Set<String> started = new LinkedHashSet<>();

    StartedApplication(CodeGraph graph, Production production, BeansOfTests beans, TestClass test, Walk walk) {
        this.graph = graph;
        this.production = production;
        this.beans = beans;
        this.test = test;
        this.named = walk.named;
        started.addAll(walk.named);
        test.methods().stream()
                .flatMap(method -> graph.superClasses(method.runsIn()).stream())
                .flatMap(facts -> facts.annotations().stream())
                .flatMap(AnnotationFacts::types)
                .forEach(started::add);
        if (started.stream().noneMatch(graph::isProduction)) {
            nearest(test.name()).ifPresent(started::add);
        }
    }

    static boolean isApplication(ClassFacts facts) {
        return facts.annotations().stream().anyMatch(annotation -> APPLICATIONS.contains(annotation.type()));
    }

    static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.') + 1);
    }

    /** A test that names no application starts the one in its own package or the nearest one around it. */
    private Optional<String> nearest(String testClass) {
        return graph.index().classes().stream()
                .filter(StartedApplication::isApplication)
                .map(ClassFacts::name)
                .filter(name -> testClass.startsWith(packageOf(name)))
                .max(Comparator.comparing(name -> packageOf(name).length()));
    }

    /** Returns whether a class lies in a package that a started application scans. */
    boolean isAround(String type) {
        List<String> applications = started.stream()
                .filter(name -> graph.index()
                        .find(name)
                        .filter(StartedApplication::isApplication)
                        .isPresent())
                .toList();
        // What else of the production code a test names, such as a repository, starts nothing.
        return (applications.isEmpty() ? nearest(test.name()).stream() : applications.stream())
                .anyMatch(name -> type.startsWith(packageOf(name)));
    }

    /** Returns those of the services that the test serves; empty where the code does not tell them apart. */
    Set<Service> among(Set<Service> all) {
        if (all.size() < 2) {
            return all;
        }
        Set<Service> candidates = new LinkedHashSet<>(all);
        candidates.removeIf(service -> beans.areWithout(service, test));
        if (candidates.size() == 1) {
            return candidates;
        }
        Set<String> code = new HashSet<>();
        started.stream().filter(graph::isProduction).forEach(type -> code.addAll(production.named(type)));
        for (Predicate<Service> isServed : List.<Predicate<Service>>of(
                service -> named.contains(service.name()),
                service -> code.contains(service.name()),
                service -> started.stream().filter(graph::isProduction).anyMatch(type -> service.name()
                        .startsWith(packageOf(type))))) {
            Set<Service> served = new LinkedHashSet<>(candidates);
            served.removeIf(isServed.negate());
            if (served.size() == 1) {
                return served;
            }
        }
        return Set.of();
    }
}

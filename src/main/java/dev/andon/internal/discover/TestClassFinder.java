package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.RouteTemplates;
import dev.andon.internal.frameworks.TestEngine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the test classes of the test roots. */
final class TestClassFinder {

    private static final Set<String> OURS =
            Set.of("dev.andon.UnitTest", "dev.andon.IntegrationTest", "dev.andon.EndToEndTest", CanaryFinder.CANARY);

    private final Classes classes;
    private final TestMethodFinder methods;
    private final TestKindClassifier kinds;

    TestClassFinder(Classes classes) {
        this.classes = classes;
        this.methods = new TestMethodFinder(classes);
        this.kinds = new TestKindClassifier(classes);
    }

    List<TestClass> testClasses() {
        return classes.index().classes().stream()
                .filter(facts -> Classes.inTests(facts) && facts.outer() == null && Classes.isConcrete(facts))
                .filter(facts -> !methods.isSuite(facts))
                .map(this::testClass)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TestClass> testClass(ClassFacts facts) {
        List<List<ClassFacts>> running = methods.running(facts);
        List<TestMethod> tests =
                running.stream().flatMap(path -> methods.of(path).stream()).toList();
        Optional<TestEngine> engine =
                tests.isEmpty() ? Frameworks.first(Framework::engine, classes.view(facts)) : Optional.empty();
        if (tests.isEmpty() && engine.isEmpty()) {
            return Optional.empty();
        }
        List<ClassFacts> types = new ArrayList<>(
                running.stream().map(path -> path.get(path.size() - 1)).toList());
        if (engine.isPresent()) {
            types.addAll(steps(facts));
        }
        TestKindClassifier.Classification classification = kinds.of(facts, types, tests);
        List<AnnotationFacts> declarations = declarations(types);
        return Optional.of(new TestClass(
                facts.name(),
                facts.root() == null ? "" : facts.root().module(),
                classification.kind(),
                classification.reason(),
                classification.methods().isEmpty()
                        ? tests
                        : tests.stream()
                                .map(test ->
                                        test.ofKind(classification.methods().get(test)))
                                .toList(),
                distinct(declarations.stream()
                        .flatMap(annotation -> TestMethodFinder.typeNames(annotation, "services").stream())),
                distinct(declarations.stream().flatMap(TestClassFinder::operations)),
                classification.sameProcess(),
                classification.startsApplication(),
                Discovery.isReadiness(classes, facts),
                engine.orElse(null),
                classes.location(facts)));
    }

    /** Returns the classes of the module that hold steps of features: a feature does not name them. */
    private List<ClassFacts> steps(ClassFacts suite) {
        return classes.index().classes().stream()
                .filter(facts -> Classes.inTests(facts) && Objects.equals(facts.root(), suite.root()))
                .filter(facts -> Stream.concat(
                                facts.annotations().stream(),
                                facts.methods().stream().flatMap(method -> method.annotations().stream()))
                        .anyMatch(annotation -> Frameworks.any(Framework::isStepOfEngine, annotation.type())))
                .toList();
    }

    /** Returns Andon's annotations of the classes and their methods, which may name services and operations. */
    private List<AnnotationFacts> declarations(List<ClassFacts> types) {
        List<AnnotationFacts> written = new ArrayList<>();
        for (ClassFacts running : types) {
            for (ClassFacts type : classes.hierarchy(running)) {
                written.addAll(classes.resolved(type.annotations()));
                for (MethodFacts method : type.methods()) {
                    written.addAll(classes.resolved(method.annotations()));
                }
            }
        }
        return written.stream()
                .filter(annotation -> OURS.contains(annotation.type()))
                .toList();
    }

    private static Stream<String> operations(AnnotationFacts annotation) {
        return RouteTemplates.texts(annotation, "operations", "operation").stream();
    }

    private static List<String> distinct(Stream<String> names) {
        return List.copyOf(names.collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}

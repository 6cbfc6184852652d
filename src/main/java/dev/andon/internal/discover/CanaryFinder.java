package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the canaries, among tests and among production classes. */
final class CanaryFinder {
    static final String CANARY = "dev.andon.Canary";

    private static final Set<String> REPEATING = Frameworks.union(Framework::repeatingAnnotations);
    private static final Set<String> ONCE_PER_CLASS = Frameworks.union(Framework::oncePerClassAnnotations);

    private final Classes classes;
    private final TestMethodFinder methods;

    CanaryFinder(Classes classes) {
        this.classes = classes;
        this.methods = new TestMethodFinder(classes);
    }

    /** Returns the canaries by name; of one that lies in a folder and in a jar of its module, the first. */
    List<CanaryClass> canaries() {
        Map<String, CanaryClass> found = new LinkedHashMap<>();
        for (ClassFacts facts : classes.index().classes()) {
            if (Classes.isConcrete(facts)) {
                annotation(classes, facts)
                        .ifPresent(annotation -> found.putIfAbsent(facts.name(), canary(facts, annotation)));
            }
        }
        return List.copyOf(found.values());
    }

    /** Returns the annotation of the class itself: Jupiter does not inherit it either. */
    static Optional<AnnotationFacts> annotation(Classes classes, ClassFacts facts) {
        if (!classes.index().annotationTypes(facts.annotations()).contains(CANARY)) {
            return Optional.empty();
        }
        return classes.resolved(facts.annotations()).stream()
                .filter(annotation -> annotation.type().equals(CANARY))
                .findFirst();
    }

    private CanaryClass canary(ClassFacts facts, AnnotationFacts annotation) {
        return new CanaryClass(
                written(facts.name(), annotation),
                facts.root() == null ? "" : facts.root().module(),
                !Classes.inTests(facts),
                tests(facts),
                once(facts),
                classes.location(facts));
    }

    private static CanaryDeclaration written(String className, AnnotationFacts annotation) {
        return new CanaryDeclaration(
                className,
                text(annotation, "name"),
                text(annotation, "operation"),
                text(annotation, "route"),
                text(annotation, "every"),
                text(annotation, "timeout"),
                text(annotation, "degradedAfter"),
                text(annotation, "owner"),
                text(annotation, "runbook"),
                text(annotation, "tolerance"),
                annotation.each("retries", Integer.class).findFirst().orElse(0));
    }

    private static String text(AnnotationFacts annotation, String attribute) {
        return annotation.value(attribute).map(Object::toString).orElse("");
    }

    private List<CanaryClass.Test> tests(ClassFacts facts) {
        List<CanaryClass.Test> tests = new ArrayList<>();
        for (List<ClassFacts> path : methods.running(facts)) {
            String ofClass = path.stream()
                    .flatMap(type -> repeats(classes.resolvedWithSuperTypes(type)).stream())
                    .findFirst()
                    .orElse("");
            for (TestMethod method : methods.of(path)) {
                String ofMethod = repeats(annotations(method)).orElse("");
                tests.add(new CanaryClass.Test(method, ofMethod.isEmpty() ? ofClass : ofMethod));
            }
        }
        return tests;
    }

    private List<AnnotationFacts> annotations(TestMethod method) {
        return classes.index().find(method.declaredIn()).stream()
                .flatMap(facts -> facts.methods().stream())
                .filter(facts -> MethodKey.of(facts).equals(new MethodKey(method.name(), method.descriptor())))
                .flatMap(facts -> classes.resolved(facts.annotations()).stream())
                .toList();
    }

    /** The annotation that the author wrote comes before its meta-annotations: a parameterized test is a template too. */
    private static Optional<String> repeats(List<AnnotationFacts> annotations) {
        return annotations.stream()
                .map(AnnotationFacts::type)
                .filter(REPEATING::contains)
                .findFirst()
                .map(CanaryFinder::label);
    }

    private List<CanaryClass.Once> once(ClassFacts facts) {
        List<CanaryClass.Once> once = new ArrayList<>();
        for (List<ClassFacts> path : methods.running(facts)) {
            for (ClassFacts type : classes.hierarchy(path.get(path.size() - 1))) {
                type.methods().forEach(method -> once(type, method, once));
            }
        }
        return once.stream().distinct().toList();
    }

    private void once(ClassFacts type, MethodFacts method, List<CanaryClass.Once> found) {
        classes.index().annotationTypes(method.annotations()).stream()
                .filter(ONCE_PER_CLASS::contains)
                .forEach(annotation -> found.add(new CanaryClass.Once(
                        label(annotation), method.name(), classes.location(type, MethodKey.of(method)))));
    }

    private static String label(String annotation) {
        return "@" + ClassNames.simpleName(annotation);
    }
}

package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/** Finds the test methods that a class runs: Jupiter's, JUnit 4's and 3's, jqwik's; inherited and nested ones included. */
final class TestMethods {

    private static final Set<String> JUPITER = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.TestTemplate",
            "org.junit.platform.commons.annotation.Testable",
            "net.jqwik.api.Property",
            "net.jqwik.api.Example");
    private static final String JUNIT4 = "org.junit.Test";
    private static final String JUNIT3 = "junit.framework.TestCase";
    private static final String NESTED = "org.junit.jupiter.api.Nested";

    private final Classes classes;
    private final Disabling disabling;

    TestMethods(Classes classes) {
        this.classes = classes;
        this.disabling = new Disabling(classes);
    }

    /** Returns the classes that run when the test class runs: itself, and the nested ones of it and its superclasses. */
    List<List<ClassFacts>> running(ClassFacts testClass) {
        List<List<ClassFacts>> all = new ArrayList<>();
        collect(List.of(testClass), all, new HashSet<>());
        return all;
    }

    /** Each path begins with the top-level class and ends with the class that runs. */
    private void collect(List<ClassFacts> path, List<List<ClassFacts>> all, Set<String> seen) {
        ClassFacts current = path.get(path.size() - 1);
        if (!seen.add(current.name())) {
            return;
        }
        all.add(path);
        for (ClassFacts type : classes.hierarchy(current)) {
            for (ClassFacts member : classes.members(type.name())) {
                if (isNested(member) || isEnclosed(current, member)) {
                    List<ClassFacts> longer = new ArrayList<>(path);
                    longer.add(member);
                    collect(List.copyOf(longer), all, seen);
                }
            }
        }
    }

    private boolean isNested(ClassFacts member) {
        return !Classes.has(member, Opcodes.ACC_STATIC)
                && Classes.isConcrete(member)
                && classes.index().annotationTypes(member.annotations()).contains(NESTED);
    }

    /** JUnit 4's Enclosed runs the public static classes within. */
    private boolean isEnclosed(ClassFacts current, ClassFacts member) {
        return Classes.has(member, Opcodes.ACC_STATIC)
                && Classes.has(member, Opcodes.ACC_PUBLIC)
                && Classes.isConcrete(member)
                && runsWith(current, "Enclosed");
    }

    /** Returns whether JUnit 4's runner of that simple name runs the class. */
    boolean runsWith(ClassFacts facts, String... runners) {
        return classes.resolvedWithSuperTypes(facts).stream()
                .filter(annotation -> annotation.type().equals("org.junit.runner.RunWith"))
                .anyMatch(annotation -> annotation.value("value").orElse("") instanceof TypeName type
                        && Set.of(runners).contains(Classes.simpleName(type.name())));
    }

    /** Returns the test methods of the class at the end of the path, in a stable order. */
    List<TestMethod> of(List<ClassFacts> path) {
        ClassFacts running = path.get(path.size() - 1);
        List<TestMethod> found = new ArrayList<>();
        Set<String> overridden = new HashSet<>();
        boolean junit3 = classes.index().superTypes(running.name()).contains(JUNIT3);
        for (ClassFacts type : classes.hierarchy(running)) {
            for (MethodFacts method : type.methods()) {
                if (isCallable(method) && overridden.add(signature(method)) && isTest(method, junit3)) {
                    found.add(new TestMethod(
                            running.name(),
                            type.name(),
                            method.name(),
                            method.descriptor(),
                            disabling.of(path, type, method).orElse(null),
                            tags(path, method),
                            classes.location(type, MethodKey.of(method))));
                }
            }
        }
        return found;
    }

    private static boolean isCallable(MethodFacts method) {
        int unfit = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC;
        return (method.access() & unfit) == 0 && !method.name().startsWith("<");
    }

    private static String signature(MethodFacts method) {
        return method.name()
                + method.descriptor().substring(0, method.descriptor().indexOf(')'));
    }

    private boolean isTest(MethodFacts method, boolean junit3) {
        return junit3 ? method.name().startsWith("test") && method.descriptor().equals("()V") : isWrittenAsTest(method);
    }

    /** Returns whether an annotation says that it is a test, whether or not it can run. */
    boolean isWrittenAsTest(MethodFacts method) {
        if (method.annotations().isEmpty()) {
            return false;
        }
        Set<String> types = classes.index().annotationTypes(method.annotations());
        return types.contains(JUNIT4) || types.stream().anyMatch(JUPITER::contains);
    }

    /** Returns JUnit's tags, and the simple names of JUnit 4's categories, of the method and its classes. */
    private Set<String> tags(List<ClassFacts> path, MethodFacts method) {
        List<AnnotationFacts> annotations = new ArrayList<>(classes.resolved(method.annotations()));
        path.forEach(type -> annotations.addAll(classes.resolvedWithSuperTypes(type)));
        Set<String> tags = new TreeSet<>();
        for (AnnotationFacts annotation : annotations) {
            switch (annotation.type()) {
                case "org.junit.jupiter.api.Tag" ->
                    annotation
                            .value("value")
                            .ifPresent(tag -> tags.add(tag.toString().strip()));
                case "org.junit.experimental.categories.Category" ->
                    tags.addAll(typeNames(annotation).stream()
                            .map(Classes::simpleName)
                            .toList());
                case "net.jqwik.api.Tag" -> annotation.value("value").ifPresent(tag -> tags.add(tag.toString()));
                // Andon's own, also where its jar is not at hand to tell the tag upon them.
                case "dev.andon.UnitTest" -> tags.add("unit");
                case "dev.andon.IntegrationTest" -> tags.add("integration");
                case "dev.andon.EndToEndTest" -> tags.add("e2e");
                case "dev.andon.Canary" -> tags.add("canary");
                default -> {}
            }
        }
        return new LinkedHashSet<>(tags);
    }

    /** Returns the classes that the annotation's value names: one or several. */
    static List<String> typeNames(AnnotationFacts annotation) {
        return typeNames(annotation, "value");
    }

    static List<String> typeNames(AnnotationFacts annotation, String attribute) {
        Object value = annotation.value(attribute).orElse(List.of());
        return (value instanceof List<?> list ? list : List.of(value))
                .stream()
                        .filter(TypeName.class::isInstance)
                        .map(type -> ((TypeName) type).name())
                        .toList();
    }
}

package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.DeclaredTest;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Opcodes;

/** Finds the test methods that a class runs, inherited and nested ones included. */
final class TestMethodFinder {

    private static final Set<String> TESTS = Frameworks.union(Framework::testAnnotations);
    private static final Set<String> INHERITED = Frameworks.union(Framework::inheritedTestAnnotations);
    private static final Set<String> BASE_CLASSES = Frameworks.union(Framework::testBaseClasses);
    private static final Set<String> NESTED = Frameworks.union(Framework::nestedTestAnnotations);

    private final Classes classes;
    private final DisablingAnnotations disabling;
    private final Map<ClassRoot, Map<String, String>> settings = new ConcurrentHashMap<>();
    /** The tags of annotations without attributes, such as {@code @Test}, which nearly all methods have. */
    private final Map<String, Set<String>> tagsOfPlain = new ConcurrentHashMap<>();

    TestMethodFinder(Classes classes) {
        this.classes = classes;
        this.disabling = new DisablingAnnotations(classes);
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
                && classes.index().annotationTypes(member.annotations()).stream()
                        .anyMatch(NESTED::contains);
    }

    private boolean isEnclosed(ClassFacts current, ClassFacts member) {
        return Classes.has(member, Opcodes.ACC_STATIC)
                && Classes.has(member, Opcodes.ACC_PUBLIC)
                && Classes.isConcrete(member)
                && Frameworks.any(Framework::runsEnclosedClasses, classes.resolvedWithSuperTypes(current));
    }

    /** Returns whether the class is a suite, which only runs other classes. */
    boolean isSuite(ClassFacts facts) {
        List<AnnotationFacts> annotations = classes.resolvedWithSuperTypes(facts);
        return Frameworks.any(Framework::isSuite, annotations);
    }

    /** Returns the test methods of the class at the end of the path, in a stable order. */
    List<TestMethod> of(List<ClassFacts> path) {
        List<Declared> tests = declared(path.get(path.size() - 1));
        if (tests.isEmpty()) {
            return List.of();
        }
        List<AnnotationFacts> onClasses = path.stream()
                .flatMap(type -> classes.resolvedWithSuperTypes(type).stream())
                .toList();
        OnClasses ofClasses = new OnClasses(onClasses, tags(onClasses), disabling.of(path), settings(path.get(0)));
        return tests.stream()
                .map(test -> testMethod(path.get(path.size() - 1), ofClasses, test))
                .toList();
    }

    /** What holds for all tests of a class that runs. */
    private record OnClasses(
            List<AnnotationFacts> annotations,
            Set<String> tags,
            List<TestMethod.Disabled> disabled,
            Map<String, String> settings) {}

    /**
     * A test method in the class that declares it.
     *
     * @param annotated itself, or the method that it overrides and that bears the annotations
     */
    private record Declared(ClassFacts type, MethodFacts method, MethodFacts annotated) {
        Declared(ClassFacts type, MethodFacts method) {
            this(type, method, method);
        }
    }

    private List<Declared> declared(ClassFacts running) {
        List<Declared> found = new ArrayList<>();
        Map<String, Declared> bySignature = new HashMap<>();
        boolean byName = classes.index().superTypes(running.name()).stream().anyMatch(BASE_CLASSES::contains);
        for (ClassFacts type : classes.hierarchy(running)) {
            for (MethodFacts method : type.methods()) {
                if (isCallable(method)) {
                    Declared own = new Declared(type, method);
                    Declared overriding = bySignature.putIfAbsent(signature(method), own);
                    if (overriding == null && isTest(method, byName)) {
                        found.add(own);
                    } else if (overriding != null && !isTest(overriding.annotated(), byName) && isInherited(method)) {
                        Declared test = new Declared(overriding.type(), overriding.method(), method);
                        bySignature.put(signature(method), test);
                        found.add(test);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isInherited(MethodFacts method) {
        return method.annotations().stream().anyMatch(annotation -> INHERITED.contains(annotation.type()));
    }

    private TestMethod testMethod(ClassFacts running, OnClasses ofClasses, Declared test) {
        MethodFacts method = test.method();
        List<AnnotationFacts> onMethod = classes.resolved(test.annotated().annotations());
        DeclaredTest declared =
                new DeclaredTest(onMethod, ofClasses.annotations(), classes.hierarchy(running), ofClasses.settings());
        return new TestMethod(
                running.name(),
                test.type().name(),
                method.name(),
                method.descriptor(),
                disabling
                        .of(onMethod, test.type(), test.annotated(), ofClasses.disabled())
                        .orElse(null),
                tags(onMethod, ofClasses.tags()),
                Frameworks.any(Framework::limitsTime, declared),
                classes.location(test.type(), MethodKey.of(method)));
    }

    private Map<String, String> settings(ClassFacts testClass) {
        ClassRoot root = testClass.root();
        return root == null ? Map.of() : settings.computeIfAbsent(root, TestSettings::of);
    }

    private static boolean isCallable(MethodFacts method) {
        int unfit = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC;
        return (method.access() & unfit) == 0 && !method.name().startsWith("<");
    }

    private static String signature(MethodFacts method) {
        return method.name()
                + method.descriptor().substring(0, method.descriptor().indexOf(')'));
    }

    private boolean isTest(MethodFacts method, boolean byName) {
        return byName
                ? method.name().startsWith("test") && method.descriptor().equals("()V")
                : isAnnotatedAsTest(method);
    }

    /** Returns whether an annotation makes the method a test, whether or not it can run. */
    boolean isAnnotatedAsTest(MethodFacts method) {
        return !method.annotations().isEmpty()
                && classes.index().annotationTypes(method.annotations()).stream()
                        .anyMatch(TESTS::contains);
    }

    private Set<String> tags(List<AnnotationFacts> annotations) {
        Set<String> tags = new TreeSet<>();
        for (AnnotationFacts annotation : annotations) {
            tags.addAll(
                    annotation.values().isEmpty()
                            ? tagsOfPlain.computeIfAbsent(annotation.type(), type -> tags(annotation))
                            : tags(annotation));
        }
        return tags;
    }

    private static Set<String> tags(AnnotationFacts annotation) {
        return Frameworks.union(Framework::tags, annotation);
    }

    /** Most methods have no tag, and a set for each of them would cost more than the method. */
    private Set<String> tags(List<AnnotationFacts> onMethod, Set<String> ofClasses) {
        Set<String> tags = tags(onMethod);
        tags.addAll(ofClasses);
        return tags.isEmpty() ? Set.of() : Collections.unmodifiableSet(tags);
    }

    /** Returns the names of the classes in an attribute: one or several. */
    static List<String> typeNames(AnnotationFacts annotation, String attribute) {
        return annotation
                .each(attribute)
                .filter(TypeName.class::isInstance)
                .map(type -> ((TypeName) type).name())
                .toList();
    }
}

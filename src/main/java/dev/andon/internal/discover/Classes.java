package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** The index, with the questions that finding services and tests asks of it. */
final class Classes {

    private final CodeIndex index;
    private final Map<String, List<ClassFacts>> members = new HashMap<>();
    /** The one asked for last: questions on a class come in a row. */
    private List<ClassFacts> lastHierarchy = List.of();

    Classes(CodeIndex index) {
        this.index = index;
        for (ClassFacts facts : index.classes()) {
            if (facts.outer() != null) {
                members.computeIfAbsent(facts.outer(), ignored -> new ArrayList<>())
                        .add(facts);
            }
        }
    }

    CodeIndex index() {
        return index;
    }

    /** Returns the classes that lie directly within that class. */
    List<ClassFacts> members(String name) {
        return members.getOrDefault(name, List.of());
    }

    /** Returns the class itself, then its superclasses, nearest first, then all interfaces. */
    List<ClassFacts> hierarchy(ClassFacts facts) {
        List<ClassFacts> last = lastHierarchy;
        if (last.isEmpty() || !isSame(last.get(0), facts)) {
            last = List.copyOf(readHierarchy(facts));
            lastHierarchy = last;
        }
        return last;
    }

    /** Returns whether both are the same class of the same root: facts are too large to be compared whole. */
    static boolean isSame(ClassFacts one, ClassFacts other) {
        return one.name().equals(other.name()) && Objects.equals(one.root(), other.root());
    }

    private List<ClassFacts> readHierarchy(ClassFacts facts) {
        List<ClassFacts> chain = new ArrayList<>();
        Optional<ClassFacts> next = Optional.of(facts);
        while (next.isPresent() && chain.size() < 100) {
            chain.add(next.get());
            next = Optional.ofNullable(next.get().superName()).flatMap(index::find);
        }
        Set<String> seen = new HashSet<>();
        Deque<String> interfaces = new ArrayDeque<>();
        chain.forEach(type -> interfaces.addAll(type.interfaces()));
        while (!interfaces.isEmpty()) {
            String name = interfaces.remove();
            if (seen.add(name)) {
                index.find(name).ifPresent(found -> {
                    chain.add(found);
                    interfaces.addAll(found.interfaces());
                });
            }
        }
        return chain;
    }

    /** Returns the annotations, those upon them, and those that a container repeats; what is written comes first. */
    List<AnnotationFacts> resolved(List<AnnotationFacts> annotations) {
        Set<AnnotationFacts> all = new LinkedHashSet<>();
        Set<String> opened = new HashSet<>();
        Deque<AnnotationFacts> open = new ArrayDeque<>(annotations);
        while (!open.isEmpty()) {
            AnnotationFacts annotation = open.remove();
            if (annotation.type().startsWith("java.lang.annotation.") || !all.add(annotation)) {
                continue;
            }
            if (annotation.values().get("value") instanceof List<?> list) {
                list.stream()
                        .filter(AnnotationFacts.class::isInstance)
                        .map(AnnotationFacts.class::cast)
                        .forEach(open::add);
            }
            if (opened.add(annotation.type())) {
                index.find(annotation.type()).ifPresent(facts -> open.addAll(facts.annotations()));
            }
        }
        return List.copyOf(all);
    }

    /** Returns the resolved annotations of the class, its superclasses and interfaces, its own first. */
    List<AnnotationFacts> resolvedWithSuperTypes(ClassFacts facts) {
        List<AnnotationFacts> all = new ArrayList<>();
        hierarchy(facts).forEach(type -> all.addAll(resolved(type.annotations())));
        return all;
    }

    boolean isA(String type, Set<String> superTypes) {
        return superTypes.contains(type) || index.superTypes(type).stream().anyMatch(superTypes::contains);
    }

    /** Returns where a method stands. */
    Location location(ClassFacts facts, MethodKey method) {
        MethodBody body = index.bodies(facts.name()).get(method);
        return new Location(facts.name(), file(facts), body == null ? 0 : body.line());
    }

    /** Returns where a class stands: class files do not say, but its first method with code is near. */
    Location location(ClassFacts facts) {
        int line = index.bodies(facts.name()).values().stream()
                .mapToInt(MethodBody::line)
                .filter(number -> number > 0)
                .min()
                .orElse(0);
        return new Location(facts.name(), file(facts), line);
    }

    private static String file(ClassFacts facts) {
        if (facts.sourceFile() != null) {
            return facts.sourceFile();
        }
        String top = facts.name().replaceFirst("\\$.*", "");
        return top.substring(top.lastIndexOf('.') + 1) + ".java";
    }

    static String packageOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** Returns the simple name; of a nested class, its own alone. */
    static String simpleName(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    static boolean has(ClassFacts facts, int flag) {
        return (facts.access() & flag) != 0;
    }

    /** Returns whether objects of this class itself can exist, and it has a name that its author gave. */
    static boolean isConcrete(ClassFacts facts) {
        String simpleName = simpleName(facts.name());
        return !has(
                        facts,
                        Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE | Opcodes.ACC_ANNOTATION | Opcodes.ACC_SYNTHETIC)
                && !simpleName.isEmpty()
                && Character.isJavaIdentifierStart(simpleName.charAt(0));
    }

    static boolean inTests(ClassFacts facts) {
        return facts.root() != null && facts.root().test();
    }
}

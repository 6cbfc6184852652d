package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.ClassView;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Opcodes;

/** Queries on the classes of a build that finding services and tests have in common. */
final class Classes {

    private final CodeIndex index;
    /** The hierarchy that was asked for last: queries on one class follow each other. */
    private List<ClassFacts> lastHierarchy = List.of();
    /** Of single annotations without attributes, such as {@code @Test}, which stand on nearly all test methods. */
    private final Map<AnnotationFacts, List<AnnotationFacts>> resolvedPlain = new ConcurrentHashMap<>();

    Classes(CodeIndex index) {
        this.index = index;
    }

    CodeIndex index() {
        return index;
    }

    /** Returns the classes that are declared directly in that class. */
    List<ClassFacts> members(String name) {
        return index.graph().members(name);
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

    /** Returns the class as frameworks see it. */
    ClassView view(ClassFacts facts) {
        return new ClassView(index, hierarchy(facts));
    }

    /** Returns whether both are the same class of the same root, without comparing all their facts. */
    static boolean isSame(ClassFacts one, ClassFacts other) {
        return one.name().equals(other.name()) && Objects.equals(one.root(), other.root());
    }

    private List<ClassFacts> readHierarchy(ClassFacts facts) {
        List<ClassFacts> chain = new ArrayList<>();
        // Two modules may have a class of this name: the one at hand is first.
        chain.add(facts);
        if (facts.superName() != null) {
            chain.addAll(index.graph().superClasses(facts.superName()));
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

    /** Returns the annotations, their meta-annotations, and those in containers; what is written comes first. */
    List<AnnotationFacts> resolved(List<AnnotationFacts> annotations) {
        return annotations.size() == 1 && annotations.get(0).values().isEmpty()
                ? resolvedPlain.computeIfAbsent(
                        annotations.get(0), plain -> index.graph().resolved(annotations))
                : index.graph().resolved(annotations);
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

    /** Returns the place of a method. */
    Location location(ClassFacts facts, MethodKey method) {
        MethodBody body = index.bodies(facts.name()).get(method);
        return new Location(facts.name(), file(facts), body == null ? 0 : body.line());
    }

    /** Returns the place of a class. Class files do not tell its line, so that of its first method with code is taken. */
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

    static boolean has(ClassFacts facts, int flag) {
        return (facts.access() & flag) != 0;
    }

    /** Returns whether the class can be instantiated, and its author named it. */
    static boolean isConcrete(ClassFacts facts) {
        String simpleName = ClassNames.simpleName(facts.name());
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

package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.text.FirstFew;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** What is written as a test and never runs, since JUnit passes it over: inner classes without {@code @Nested}, private methods. */
public final class IgnoredTestNotes {
    private static final int SHOWN = 5;
    private static final Set<String> INNER = Set.of("org.junit.jupiter.api.Nested", "net.jqwik.api.Group");

    private final Classes classes;
    private final TestMethods methods;

    private IgnoredTestNotes(CodeIndex index) {
        this.classes = new Classes(index);
        this.methods = new TestMethods(classes);
    }

    /** Says once which those are; empty where there are none. */
    public static List<String> notes(CodeIndex index) {
        IgnoredTestNotes forgotten = new IgnoredTestNotes(index);
        List<String> found = index.classes().stream()
                .filter(Classes::inTests)
                .flatMap(forgotten::in)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of("written as tests, and never run by JUnit: " + FirstFew.of(found, SHOWN));
    }

    private Stream<String> in(ClassFacts facts) {
        List<MethodFacts> tests = facts.methods().stream()
                .filter(method -> methods.isWrittenAsTest(method))
                .toList();
        if (tests.isEmpty()) {
            return Stream.empty();
        }
        if (isInner(facts)) {
            return Stream.of(name(facts) + " (" + classes.location(facts) + "), which lacks @Nested");
        }
        return tests.stream()
                .filter(method -> (method.access() & Opcodes.ACC_PRIVATE) != 0)
                .map(method -> name(facts) + "." + method.name() + " (" + classes.location(facts, MethodKey.of(method))
                        + "), which is private");
    }

    /** One that others extend may run through them. */
    private boolean isInner(ClassFacts facts) {
        return facts.outer() != null
                && !Classes.has(facts, Opcodes.ACC_STATIC)
                && Classes.isConcrete(facts)
                && classes.index().annotationTypes(facts.annotations()).stream().noneMatch(INNER::contains)
                && classes.index().classes().stream()
                        .noneMatch(other -> facts.name().equals(other.superName()));
    }

    private static String name(ClassFacts facts) {
        return facts.name().substring(facts.name().lastIndexOf('.') + 1).replace('$', '.');
    }
}

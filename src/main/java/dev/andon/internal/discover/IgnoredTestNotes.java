package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.FirstFew;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Notes on methods annotated as tests that JUnit never runs: those of inner classes without {@code @Nested}, and private ones. */
public final class IgnoredTestNotes {
    private static final int SHOWN = 5;
    private static final Set<String> INNER = Frameworks.union(Framework::innerTestAnnotations);

    private final Classes classes;
    private final TestMethodFinder methods;

    private IgnoredTestNotes(CodeIndex index) {
        this.classes = new Classes(index);
        this.methods = new TestMethodFinder(classes);
    }

    /** Returns one note on all of them; empty if there are none. */
    public static List<String> notes(CodeIndex index) {
        IgnoredTestNotes notes = new IgnoredTestNotes(index);
        List<String> found = index.classes().stream()
                .filter(Classes::inTests)
                .flatMap(notes::in)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of("written as tests, and never run by JUnit: " + FirstFew.of(found, SHOWN));
    }

    private Stream<String> in(ClassFacts facts) {
        List<MethodFacts> tests = facts.methods().stream()
                .filter(method -> methods.isAnnotatedAsTest(method))
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

    /** Returns whether it is an inner class that does not run, not even as a superclass of another. */
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

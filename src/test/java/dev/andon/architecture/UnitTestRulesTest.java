package dev.andon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.NamedPipe;
import dev.andon.testing.ReferencedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Keeps the unit tests fast: what starts other programs, such as JVMs or git, runs with the integration tests. */
class UnitTestRulesTest {
    private static final Set<String> STARTING = Set.of("java/lang/ProcessBuilder.start", "java/lang/Runtime.exec");

    /** Making a pipe takes a millisecond. */
    private static final String FAST = NamedPipe.class.getName().replace('.', '/');

    /** The classes of our tests that name a class, by its name. */
    private final Map<String, Set<String>> users = new HashMap<>();

    private final Set<String> starting = new TreeSet<>();

    @Test
    void unit_tests_start_no_other_programs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "test-classes", "dev", "andon"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                read(new ClassReader(Files.readAllBytes(file)));
            }
        }

        assertThat(starting).as("what the integration tests start").isNotEmpty();
        assertThat(starting.stream().filter(UnitTestRulesTest::isUnitTest)).isEmpty();
        assertThat(usersOf(starting).stream().filter(UnitTestRulesTest::isUnitTest))
                .as("unit tests that use one of " + starting + ", or one that uses it")
                .isEmpty();
    }

    private static boolean isUnitTest(String className) {
        return className.matches(".*Test(\\$.*)?");
    }

    private void read(ClassReader type) {
        for (String used : ReferencedClasses.of(type)) {
            users.computeIfAbsent(used, none -> new HashSet<>()).add(type.getClassName());
        }
        type.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitMethodInsn(
                                    int opcode, String owner, String called, String of, boolean isInterface) {
                                if (STARTING.contains(owner + "." + called)
                                        && !type.getClassName().equals(FAST)) {
                                    starting.add(type.getClassName());
                                }
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG);
    }

    private Set<String> usersOf(Set<String> these) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(these);
        while (!open.isEmpty()) {
            for (String user : users.getOrDefault(open.pop(), Set.of())) {
                if (found.add(user)) {
                    open.push(user);
                }
            }
        }
        return found;
    }
}

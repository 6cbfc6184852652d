package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_ANNOTATION;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import picocli.CommandLine;

/** What {@code audit} does with classes that no compiler writes: they refer to each other in a circle, or to themselves. */
@Timeout(60)
class HostileClassesTest {
    private static final String OBJECT = "java/lang/Object";
    private static final String BASE = "com/acme/till/";

    @TempDir
    Path temp;

    private enum Circle {
        SUPERCLASSES {
            @Override
            void write(Path classes, Path tests) throws IOException {
                type(classes, ACC_SUPER, "A", BASE + "B");
                type(classes, ACC_SUPER, "B", BASE + "A");
                test(tests, BASE + "A");
            }
        },
        OWN_SUPERCLASS {
            @Override
            void write(Path classes, Path tests) throws IOException {
                type(classes, ACC_SUPER, "A", BASE + "A");
                test(tests, BASE + "A");
            }
        },
        INTERFACES {
            @Override
            void write(Path classes, Path tests) throws IOException {
                type(classes, ACC_INTERFACE | ACC_ABSTRACT, "I", OBJECT, BASE + "J");
                type(classes, ACC_INTERFACE | ACC_ABSTRACT, "J", OBJECT, BASE + "I");
                type(classes, ACC_SUPER, "A", OBJECT, BASE + "I");
                test(tests, BASE + "A");
            }
        },
        ANNOTATIONS {
            @Override
            void write(Path classes, Path tests) throws IOException {
                annotation(classes, "P", BASE + "Q");
                annotation(classes, "Q", BASE + "P");
                ClassWriter annotated = begin(ACC_SUPER, "A", OBJECT);
                annotated.visitAnnotation("L" + BASE + "P;", true).visitEnd();
                end(annotated, classes, "A", OBJECT);
                test(tests, BASE + "A");
            }
        },
        NESTED_CLASSES {
            @Override
            void write(Path classes, Path tests) throws IOException {
                for (String[] pair : new String[][] {{"A", "B"}, {"B", "A"}}) {
                    ClassWriter nested = begin(ACC_SUPER, pair[0], OBJECT);
                    nested.visitInnerClass(BASE + pair[0], BASE + pair[1], pair[0], ACC_PUBLIC);
                    end(nested, tests, pair[0], OBJECT);
                }
                test(tests, BASE + "A");
            }
        },
        NESTED_IN_ITSELF {
            @Override
            void write(Path classes, Path tests) throws IOException {
                ClassWriter nested = begin(ACC_SUPER, "A", OBJECT);
                nested.visitInnerClass(BASE + "A", BASE + "A", "A", ACC_PUBLIC);
                end(nested, tests, "A", OBJECT);
                test(tests, BASE + "A");
            }
        };

        abstract void write(Path classes, Path tests) throws IOException;

        private static ClassWriter begin(int access, String name, String superclass, String... interfaces) {
            ClassWriter type = new ClassWriter(0);
            type.visit(V17, ACC_PUBLIC | access, BASE + name, null, superclass, interfaces);
            return type;
        }

        private static void end(ClassWriter type, Path folder, String name, String superclass) throws IOException {
            MethodVisitor made = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
            made.visitCode();
            made.visitVarInsn(ALOAD, 0);
            made.visitMethodInsn(INVOKESPECIAL, superclass, "<init>", "()V", false);
            made.visitInsn(RETURN);
            made.visitMaxs(1, 1);
            made.visitEnd();
            write(type, folder, name);
        }

        private static void write(ClassWriter type, Path folder, String name) throws IOException {
            type.visitEnd();
            Path file = folder.resolve(BASE + name + ".class");
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, type.toByteArray());
        }

        private static void type(Path folder, int access, String name, String superclass, String... interfaces)
                throws IOException {
            ClassWriter type = begin(access, name, superclass, interfaces);
            if ((access & ACC_INTERFACE) == 0) {
                end(type, folder, name, superclass);
            } else {
                write(type, folder, name);
            }
        }

        private static void annotation(Path folder, String name, String on) throws IOException {
            ClassWriter type = begin(
                    ACC_ANNOTATION | ACC_INTERFACE | ACC_ABSTRACT, name, OBJECT, "java/lang/annotation/Annotation");
            type.visitAnnotation("L" + on + ";", true).visitEnd();
            write(type, folder, name);
        }

        /** A test class below the class that is part of a circle. */
        private static void test(Path tests, String superclass) throws IOException {
            ClassWriter type = begin(ACC_SUPER, "CircleTest", superclass);
            MethodVisitor method = type.visitMethod(ACC_PUBLIC, "circles", "()V", null, null);
            method.visitAnnotation("Lorg/junit/jupiter/api/Test;", true).visitEnd();
            method.visitCode();
            method.visitVarInsn(ALOAD, 0);
            method.visitMethodInsn(INVOKESPECIAL, superclass, "circles", "()V", false);
            method.visitInsn(RETURN);
            method.visitMaxs(1, 1);
            method.visitEnd();
            end(type, tests, "CircleTest", superclass);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_other_classes_are_judged_as_ever(Circle circle) throws IOException {
        BuiltProject project = BuiltProject.tested(temp.resolve("till"), "till", "Till");
        circle.write(
                project.folder().resolve("target/classes"), project.folder().resolve("target/test-classes"));
        asOldAsTheOthers(project.folder());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

        int code = Main.run(
                commandLine,
                "audit",
                project.folder().toString(),
                "--verbose",
                "--out",
                temp.resolve("report").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("Till      unit-tests         met (LINKED)")
                .contains("CircleTest");
    }

    /** The tests of the project ran after its classes were compiled. */
    private static void asOldAsTheOthers(Path project) throws IOException {
        FileTime compiled = Files.getLastModifiedTime(project.resolve("target/classes/com/acme/till/Till.class"));
        try (Stream<Path> files = Files.walk(project.resolve("target"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                Files.setLastModifiedTime(file, compiled);
            }
        }
    }
}

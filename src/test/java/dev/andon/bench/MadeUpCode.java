package dev.andon.bench;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** A module of any size: four in five classes are production code, one in twenty a controller, one in five a test. */
final class MadeUpCode {
    private static final int METHODS = 12;
    private static final int CALLS = 8;

    private MadeUpCode() {}

    /** Writes class files below {@code target/classes} and {@code target/test-classes} of the module. */
    static void write(Path module, int classes) throws IOException {
        int production = classes * 4 / 5;
        for (int i = 0; i < production; i++) {
            String name = "com/acme/p" + i / 50 + (i % 20 == 0 ? "/Controller" : "/Part") + i;
            file(module.resolve("target/classes"), name, production(name, i, production));
        }
        for (int i = 0; i < classes - production; i++) {
            String name = "com/acme/p" + i / 12 + "/Some" + i + "Test";
            file(module.resolve("target/test-classes"), name, test(name, i, production));
        }
    }

    private static void file(Path root, String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static String production(int i) {
        return "com/acme/p" + i / 50 + (i % 20 == 0 ? "/Controller" : "/Part") + i;
    }

    private static byte[] production(String name, int index, int count) {
        ClassWriter writer = begin(name);
        if (index % 20 == 0) {
            writer.visitAnnotation("Lorg/springframework/web/bind/annotation/RestController;", true)
                    .visitEnd();
        }
        for (int m = 0; m < METHODS; m++) {
            String next = production((index * 7 + m * 13 + 1) % count);
            writer.visitField(ACC_PUBLIC, "part" + m, "L" + next + ";", null, null)
                    .visitEnd();
            MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "work" + m, "()Ljava/lang/Object;", null, null);
            if (index % 20 == 0) {
                AnnotationVisitor mapping =
                        method.visitAnnotation("Lorg/springframework/web/bind/annotation/GetMapping;", true);
                AnnotationVisitor paths = mapping.visitArray("value");
                paths.visit(null, "/things" + index + "/" + m + "/{id}");
                paths.visitEnd();
                mapping.visitEnd();
            }
            method.visitCode();
            for (int c = 0; c < CALLS; c++) {
                line(method, m * 20 + c);
                method.visitVarInsn(ALOAD, 0);
                method.visitFieldInsn(GETFIELD, name, "part" + m, "L" + next + ";");
                method.visitMethodInsn(INVOKEVIRTUAL, next, "work" + c % METHODS, "()Ljava/lang/Object;", false);
                method.visitInsn(POP);
            }
            method.visitLdcInsn("text " + m + " of " + index);
            method.visitInsn(ARETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] test(String name, int index, int production) {
        ClassWriter writer = begin(name);
        String tested = production(index * 4 % production / 20 * 20);
        for (int m = 0; m < METHODS; m++) {
            MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "tests" + m, "()V", null, null);
            method.visitAnnotation("Lorg/junit/jupiter/api/Test;", true).visitEnd();
            method.visitCode();
            line(method, m * 10 + 1);
            method.visitTypeInsn(org.objectweb.asm.Opcodes.NEW, tested);
            method.visitInsn(org.objectweb.asm.Opcodes.DUP);
            method.visitMethodInsn(INVOKESPECIAL, tested, "<init>", "()V", false);
            method.visitMethodInsn(INVOKEVIRTUAL, tested, "work" + m, "()Ljava/lang/Object;", false);
            method.visitMethodInsn(
                    INVOKESTATIC, "org/junit/jupiter/api/Assertions", "assertNotNull", "(Ljava/lang/Object;)V", false);
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Returns the binary names of the classes in a folder. */
    static List<String> names(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString().replace(".class", ""))
                    .map(name -> name.replace('/', '.').replace('\\', '.'))
                    .sorted()
                    .toList();
        }
    }

    static ClassWriter begin(String name) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitSource(name.substring(name.lastIndexOf('/') + 1) + ".java", null);
        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        return writer;
    }

    private static void line(MethodVisitor method, int line) {
        Label label = new Label();
        method.visitLabel(label);
        method.visitLineNumber(line + 1, label);
    }
}

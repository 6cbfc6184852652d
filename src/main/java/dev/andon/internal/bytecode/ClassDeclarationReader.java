package dev.andon.internal.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads what a class declares, and skips its code: that is the larger part of most class files. */
final class ClassDeclarationReader extends ClassVisitor {

    private static final int MODIFIERS_OF_A_MEMBER =
            Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED | Opcodes.ACC_PUBLIC;

    private final StringPool names;
    private final @Nullable ClassRoot root;
    private final List<AnnotationFacts> annotations = new ArrayList<>();
    private final List<FieldFacts> fields = new ArrayList<>();
    private final List<MethodFacts> methods = new ArrayList<>();
    private String internalName = "";
    private int access;
    private @Nullable String superName;
    private List<String> interfaces = List.of();
    private @Nullable String outer;
    private @Nullable String sourceFile;

    private ClassDeclarationReader(StringPool names, @Nullable ClassRoot root) {
        super(Opcodes.ASM9);
        this.names = names;
        this.root = root;
    }

    static ClassFacts read(ClassReader reader, StringPool names, @Nullable ClassRoot root) {
        ClassDeclarationReader declaration = new ClassDeclarationReader(names, root);
        try {
            reader.accept(declaration, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        } catch (StackOverflowError tooDeep) {
            throw ClassFile.nestedTooDeeply();
        }
        return declaration.facts(root == null ? List.of() : CalledMethods.owners(reader, names));
    }

    private ClassFacts facts(List<String> uses) {
        return new ClassFacts(
                names.binary(internalName),
                access,
                superName,
                interfaces,
                outer,
                sourceFile,
                List.copyOf(annotations),
                List.copyOf(fields),
                List.copyOf(methods),
                uses,
                root);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        this.internalName = name;
        this.access = access;
        this.superName = names.binaryOrNull(superName);
        this.interfaces = interfaces == null
                ? List.of()
                : Arrays.stream(interfaces).map(names::binary).toList();
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        sourceFile = source == null ? null : names.shared(source);
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
        outer = names.binary(owner);
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int modifiers) {
        if (name.equals(internalName)) {
            // A nested class's own header cannot say "static" or "private": only this entry does.
            access = (access & ~MODIFIERS_OF_A_MEMBER) | (modifiers & MODIFIERS_OF_A_MEMBER);
            if (outerName != null) {
                outer = names.binary(outerName);
            }
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationReader.reading(names, descriptor, annotations::add);
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        List<AnnotationFacts> found = new ArrayList<>(0);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return AnnotationReader.reading(names, type, found::add);
            }

            @Override
            public void visitEnd() {
                fields.add(new FieldFacts(
                        names.shared(name), names.ofDescriptor(descriptor), access, value, List.copyOf(found)));
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        List<AnnotationFacts> found = new ArrayList<>(0);
        List<List<AnnotationFacts>> ofParameters = new ArrayList<>(0);
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return AnnotationReader.reading(names, type, found::add);
            }

            @Override
            public void visitAnnotableParameterCount(int parameters, boolean visible) {
                grow(parameters);
            }

            @Override
            public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String type, boolean visible) {
                grow(parameter + 1);
                return AnnotationReader.reading(names, type, ofParameters.get(parameter)::add);
            }

            private void grow(int size) {
                while (ofParameters.size() < size) {
                    ofParameters.add(new ArrayList<>(1));
                }
            }

            @Override
            public void visitEnd() {
                methods.add(new MethodFacts(
                        names.binary(internalName),
                        names.shared(name),
                        names.shared(descriptor),
                        access,
                        List.copyOf(found),
                        List.copyOf(ofParameters)));
            }
        };
    }
}

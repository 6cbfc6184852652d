package dev.andon.internal.bytecode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * A class's declaration.
 *
 * @param name its binary name, for example {@code com.acme.Shop$Basket}
 * @param access ASM's access flags
 * @param superName its superclass's binary name; null for {@code java.lang.Object}
 * @param interfaces its interfaces' binary names
 * @param outer the binary name of the class that encloses it, if any
 * @param sourceFile its source file's simple name, where the class file tells it
 * @param annotations its annotations, visible at run time or not
 * @param fields its fields
 * @param methods its methods
 * @param uses the binary names of the classes that its code uses, each once; empty for a class from outside the build
 * @param root where it was read from; null for a class from outside the build
 */
public record ClassFacts(
        String name,
        int access,
        @Nullable String superName,
        List<String> interfaces,
        @Nullable String outer,
        @Nullable String sourceFile,
        List<AnnotationFacts> annotations,
        List<FieldFacts> fields,
        List<MethodFacts> methods,
        List<String> uses,
        @Nullable ClassRoot root) {

    /** Returns whether it is abstract; an interface is. */
    public boolean isAbstract() {
        return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Returns whether it is an interface; an annotation type is one too. */
    public boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }
}

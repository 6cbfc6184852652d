package dev.andon.internal.bytecode;

import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * A method's declaration. Its lines stand with its {@linkplain MethodBody#line() body}.
 *
 * @param owner the declaring class's binary name
 * @param name its name, {@code <init>} and {@code <clinit>} included
 * @param descriptor its descriptor
 * @param access ASM's access flags
 * @param annotations its annotations
 * @param parameterAnnotations one list for each parameter that the source declares; empty where no parameter has any
 */
public record MethodFacts(
        String owner,
        String name,
        String descriptor,
        int access,
        List<AnnotationFacts> annotations,
        List<List<AnnotationFacts>> parameterAnnotations) {

    /** Returns whether the source declares it as a method: constructors, initialisers and the compiler's own are not. */
    public boolean isWritten() {
        return !name.startsWith("<") && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    /** Returns whether it is private. */
    public boolean isPrivate() {
        return (access & Opcodes.ACC_PRIVATE) != 0;
    }
}

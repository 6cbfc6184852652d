package dev.andon.testing;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The classes that a class file names: in its declarations, its code and its annotations. */
public final class ReferencedClasses {

    private ReferencedClasses() {}

    /** Returns their internal names, with the class's own. */
    public static Set<String> of(ClassReader type) {
        Set<String> found = new TreeSet<>();
        Remapper collector = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                found.add(internalName);
                return internalName;
            }
        };
        // A writer, since whatever nobody reads is not visited.
        type.accept(new ClassRemapper(new ClassWriter(0), collector), 0);
        return found;
    }
}

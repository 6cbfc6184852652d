package dev.andon.internal.evidence.coverage;

import org.jacoco.core.internal.data.CRC64;
import org.jacoco.core.internal.instr.InstrSupport;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

/** The bytes of one production class, with the id under which exec files know it. */
final class ClassFile {

    private final String name;
    private final String module;
    private final byte[] bytes;
    private final long id;

    ClassFile(String name, String module, byte[] bytes) {
        this.name = name;
        this.module = module;
        this.bytes = bytes;
        this.id = CRC64.classId(bytes);
    }

    /** Returns the binary name. */
    String name() {
        return name;
    }

    /** Returns the name as exec files spell it. */
    String vmName() {
        return name.replace('.', '/');
    }

    String module() {
        return module;
    }

    byte[] bytes() {
        return bytes;
    }

    long id() {
        return id;
    }

    /** Returns the simple name of the source file that it states; empty where it states none, or cannot be read. */
    String sourceFile() {
        String[] stated = {""};
        try {
            InstrSupport.classReaderFor(bytes)
                    .accept(
                            new ClassVisitor(InstrSupport.ASM_API_VERSION) {
                                @Override
                                public void visitSource(@Nullable String source, @Nullable String debug) {
                                    stated[0] = source == null ? "" : source;
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException unreadable) {
            // Analysis says so.
            return "";
        }
        return stated[0];
    }
}

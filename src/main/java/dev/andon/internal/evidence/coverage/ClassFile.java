package dev.andon.internal.evidence.coverage;

import org.jacoco.core.internal.data.CRC64;

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
}

package dev.andon.internal.bytecode;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** The bytes of one class file, checked before they are read. */
final class ClassFile {

    /** The newest class-file version that this release of ASM knows. */
    private static final int NEWEST = Opcodes.V27;

    private static final int MAJOR_VERSION = 6;
    /** A class file's major version less its Java release: 61 is Java 17. */
    private static final int BEFORE_JAVA_1 = 44;

    private ClassFile() {}

    /**
     * Returns a reader for a class file.
     *
     * @throws Unreadable if it is truncated, no class file at all, or of a version that cannot be read
     */
    static ClassReader reader(byte[] bytes) {
        if (bytes.length < 10 || !magic(bytes)) {
            throw new Unreadable(bytes.length == 0 ? "the file is empty" : "it is not a class file, or is cut off");
        }
        int major = ((bytes[MAJOR_VERSION] & 0xff) << 8) | (bytes[MAJOR_VERSION + 1] & 0xff);
        boolean newer = major > NEWEST;
        if (newer) {
            // Safe for what is read here: a new version may bring new attributes, which are skipped by their length,
            // and new kinds of constants or instructions, on which ASM gives up with an exception.
            bytes = bytes.clone();
            bytes[MAJOR_VERSION] = (byte) (NEWEST >> 8);
            bytes[MAJOR_VERSION + 1] = (byte) NEWEST;
        }
        try {
            ClassReader reader = new ClassReader(bytes);
            checkEnd(reader, bytes.length);
            return reader;
        } catch (RuntimeException malformed) {
            throw newer ? newer(major) : truncated(malformed);
        }
    }

    static Unreadable newer(int major) {
        return new Unreadable("class-file version " + major + " (Java " + (major - BEFORE_JAVA_1)
                + ") is newer than what can be read here (Java " + (NEWEST - BEFORE_JAVA_1) + ")");
    }

    /** ASM reads annotations within annotations by recursion. */
    static Unreadable nestedTooDeeply() {
        return new Unreadable("its annotations are nested too deeply");
    }

    static Unreadable truncated(RuntimeException cause) {
        return cause instanceof Unreadable known ? known : new Unreadable("the class file is truncated or damaged");
    }

    private static boolean magic(byte[] bytes) {
        return bytes[0] == (byte) 0xca && bytes[1] == (byte) 0xfe && bytes[2] == (byte) 0xba && bytes[3] == (byte) 0xbe;
    }

    /** Walks to the end of the last attribute: ASM itself never looks at an attribute that it does not know. */
    private static void checkEnd(ClassReader reader, int length) {
        int at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at);
        at = afterMembers(reader, at);
        at = afterMembers(reader, at);
        at = afterAttributes(reader, at);
        if (at > length) {
            throw new Unreadable("the class file is truncated: " + (at - length) + " bytes are missing");
        }
    }

    private static int afterMembers(ClassReader reader, int start) {
        int at = start + 2;
        for (int members = reader.readUnsignedShort(start); members > 0; members--) {
            at = afterAttributes(reader, at + 6);
        }
        return at;
    }

    private static int afterAttributes(ClassReader reader, int start) {
        int at = start + 2;
        for (int attributes = reader.readUnsignedShort(start); attributes > 0; attributes--) {
            int size = reader.readInt(at + 2);
            if (size < 0) {
                throw new Unreadable("the class file is damaged");
            }
            at += 6 + size;
        }
        return at;
    }

    /** A class file that cannot be read, and why. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}

package dev.andon.internal.evidence.ledger;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** The checksum of a class file, by which a run of the same class in another shape is told apart. */
public final class ClassHash {

    private ClassHash() {}

    /** The checksum of the class file that the running JVM sees; empty where there is none. */
    static String ofLoaded(String className) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader == null) {
            loader = ClassLoader.getSystemClassLoader();
        }
        try (InputStream in = loader.getResourceAsStream(fileOf(className))) {
            return in == null ? "" : of(in.readAllBytes());
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    /** The checksum of a class file. */
    public static String of(Path classFile) throws IOException {
        return of(InputFile.bytes(classFile, InputFile.LARGEST_CLASS));
    }

    /** The checksum of the bytes of a class file. */
    public static String of(byte[] bytes) {
        return Long.toHexString(crc(bytes));
    }

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    static String fileOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}

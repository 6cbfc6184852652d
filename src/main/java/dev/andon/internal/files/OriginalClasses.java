package dev.andon.internal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the class files below a folder as the compiler wrote them. JaCoCo's offline instrumentation changes them for the time
 * of the tests; Maven's goal {@code jacoco:instrument} keeps the originals beside the folder.
 */
public final class OriginalClasses {

    private static final String KEPT_IN = "generated-classes/jacoco";
    /** The method that the instrumentation adds. */
    private static final String ADDED = "$jacocoInit";

    private final Path folder;
    private final @Nullable Path originals;

    private OriginalClasses(Path folder, @Nullable Path originals) {
        this.folder = folder;
        this.originals = originals;
    }

    /** Returns the reader of the class files below a folder, or of those in a jar. */
    public static OriginalClasses of(Path folder) {
        Path kept = folder.getFileSystem().equals(FileSystems.getDefault()) ? folder.resolveSibling(KEPT_IN) : null;
        return new OriginalClasses(folder, kept != null && Files.isDirectory(kept) ? kept : null);
    }

    /**
     * Returns the bytes of the original of a class file, or, where none is kept, its own.
     *
     * @throws IOException if the file cannot be read or is too large
     */
    public byte[] read(Path classFile) throws IOException {
        byte[] bytes = InputFile.bytes(classFile, InputFile.LARGEST_CLASS);
        if (originals == null || !isInstrumented(bytes)) {
            return bytes;
        }
        Path original = originals.resolve(folder.relativize(classFile));
        return Files.isRegularFile(original) ? InputFile.bytes(original, InputFile.LARGEST_CLASS) : bytes;
    }

    /** Returns whether originals are kept, so that the class files are, or were while the tests ran, instrumented offline. */
    public boolean areKept() {
        return originals != null;
    }

    /** Returns whether a class file was changed by offline instrumentation. */
    public static boolean isInstrumented(byte[] classFile) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains(ADDED);
    }
}

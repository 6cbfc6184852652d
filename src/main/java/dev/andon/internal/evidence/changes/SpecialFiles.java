package dev.andon.internal.evidence.changes;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Finds pipes, devices and sockets where git expects files: git would wait for them without end. */
final class SpecialFiles {
    private SpecialFiles() {}

    /**
     * Searches a folder.
     *
     * @param opened which files git opens there
     * @throws IOException if one of these is no regular file, or the folder cannot be read
     */
    static void refuse(Path folder, Predicate<Path> opened) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean special = attributes.isOther()
                        || (attributes.isSymbolicLink()
                                && Files.exists(file)
                                && !Files.isRegularFile(file)
                                && !Files.isDirectory(file));
                if (special && opened.test(file)) {
                    throw new IOException(file + " is a pipe, a device or a socket");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // Git says what it could not read.
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

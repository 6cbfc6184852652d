package dev.andon.internal.bytecode;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The class files below a folder or in a jar. */
final class RootFiles {

    /** A link in a folder of classes can lead to the root of the file system. */
    private static final int MOST_OTHER_FILES = 100_000;

    /** Takes the class files, each by its path below the root. */
    interface Visitor {
        void visit(String entry, byte[] bytes);

        /** Takes a file that cannot be read; it costs no other file. */
        void unreadable(String entry, IOException why);
    }

    /** A read that may fail. */
    @FunctionalInterface
    private interface Reading {
        byte[] bytes() throws IOException;
    }

    private RootFiles() {}

    /** Visits all of them; a folder that does not exist has none. */
    static void visit(ClassRoot root, Visitor visitor) throws IOException {
        if (Files.isRegularFile(root.path())) {
            visitJar(root.path(), visitor);
        } else if (Files.isDirectory(root.path())) {
            visitFolder(root.path(), visitor);
        }
    }

    /** Reads one of them. */
    static byte[] read(ClassRoot root, String entry) {
        try {
            if (!Files.isRegularFile(root.path())) {
                return InputFile.bytes(root.path().resolve(entry), InputFile.LARGEST_CLASS);
            }
            try (ZipFile jar = InputFile.jar(root.path())) {
                ZipEntry found = jar.getEntry(entry);
                if (found == null) {
                    throw new NoSuchFileException(root.path() + "!/" + entry);
                }
                return InputFile.bytes(jar, found, InputFile.LARGEST_CLASS);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot read " + entry + " below " + root.path(), gone);
        }
    }

    private static void visitFolder(Path folder, Visitor visitor) throws IOException {
        // Some builds put links in place of folders: what is not followed would be missing in silence.
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    private int others;

                    @Override
                    public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes)
                            throws IOException {
                        if (!below.equals(folder)
                                && Files.isSymbolicLink(below)
                                && folder.toRealPath().startsWith(below.toRealPath())) {
                            visitor.unreadable(
                                    folder.relativize(below).toString(),
                                    new IOException("it is a link to a folder that contains this one"));
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (file.toString().endsWith(".class")) {
                            String entry = folder.relativize(file).toString().replace('\\', '/');
                            if (isClass(entry)) {
                                read(entry, () -> InputFile.bytes(file, InputFile.LARGEST_CLASS), visitor);
                            }
                        } else if (++others > MOST_OTHER_FILES) {
                            throw new IOException(
                                    "it holds more than " + MOST_OTHER_FILES + " files that are no classes");
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why) {
                        visitor.unreadable(folder.relativize(file).toString(), why);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void visitJar(Path file, Visitor visitor) throws IOException {
        try (ZipFile jar = InputFile.jar(file)) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (isClass(entry.getName())) {
                    read(entry.getName(), () -> InputFile.bytes(jar, entry, InputFile.LARGEST_CLASS), visitor);
                }
            }
        }
    }

    private static void read(String entry, Reading reading, Visitor visitor) {
        byte[] bytes;
        try {
            bytes = reading.bytes();
        } catch (IOException unreadable) {
            visitor.unreadable(entry, unreadable);
            return;
        }
        visitor.visit(entry, bytes);
    }

    /** Leaves out the versions of classes that a multi-release jar keeps for other JDKs, and files that are no class. */
    private static boolean isClass(String entry) {
        String file = entry.substring(entry.lastIndexOf('/') + 1);
        return file.endsWith(".class")
                && !file.equals("module-info.class")
                && !file.equals("package-info.class")
                && !entry.startsWith("META-INF/versions/");
    }
}

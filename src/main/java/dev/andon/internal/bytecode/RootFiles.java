package dev.andon.internal.bytecode;

import java.io.IOException;
import java.io.InputStream;
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

    /** Takes one class file: its path below the root, and its bytes. */
    @FunctionalInterface
    interface Visitor {
        void visit(String entry, byte[] bytes);
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
                return Files.readAllBytes(root.path().resolve(entry));
            }
            try (ZipFile jar = new ZipFile(root.path().toFile())) {
                ZipEntry found = jar.getEntry(entry);
                if (found == null) {
                    throw new NoSuchFileException(root.path() + "!/" + entry);
                }
                try (InputStream in = jar.getInputStream(found)) {
                    return in.readAllBytes();
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot read " + entry + " below " + root.path(), gone);
        }
    }

    private static void visitFolder(Path folder, Visitor visitor) throws IOException {
        // Some builds put links in place of folders: what is not followed would be missing in silence.
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (file.toString().endsWith(".class")) {
                            String entry = folder.relativize(file).toString().replace('\\', '/');
                            if (isClass(entry)) {
                                visitor.visit(entry, Files.readAllBytes(file));
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void visitJar(Path file, Visitor visitor) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (isClass(entry.getName())) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        visitor.visit(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
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

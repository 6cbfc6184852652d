package dev.andon.internal.evidence.ledger;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.ClassRoots;
import dev.andon.internal.files.OriginalClasses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Digests of the folders of class files that a test run used: those of its own module and of all modules of the build
 * that are on its class path. They tell, whatever the clock says, whether a run is of the class files of today.
 */
final class ClassFolderDigests {
    private final Map<Path, Optional<String>> today = new HashMap<>();

    /**
     * Returns the digests of the class folders on the class path of this JVM, by their paths as seen from a ledger's
     * folder, so that they can be found where the project was moved. A folder that cannot be read is left out.
     */
    static Map<String, String> ofThisJvm(Path ledger) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return of(classPath + File.pathSeparator + System.getProperty("jdk.module.path", ""), ledger);
    }

    static Map<String, String> of(String classPath, Path ledger) {
        Path from = ledger.toAbsolutePath().normalize();
        ClassFolderDigests digests = new ClassFolderDigests();
        Map<String, String> found = new TreeMap<>();
        Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .flatMap(entry -> folder(entry).stream())
                .distinct()
                .forEach(folder -> digests.of(folder).ifPresent(digest -> found.put(name(folder, from), digest)));
        return found;
    }

    private static Optional<Path> folder(String entry) {
        try {
            return ClassRoots.ofBuild(Path.of(entry)).map(ClassRoot::path);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static String name(Path folder, Path from) {
        boolean sameDrive = Objects.equals(folder.getRoot(), from.getRoot());
        return (sameDrive ? from.relativize(folder) : folder).toString().replace('\\', '/');
    }

    /**
     * Returns whether the class files of today are those of a run; empty where none of its folders is there to compare.
     *
     * @param recorded what the run's line tells
     * @param ledger the folder of the ledger that has the line
     */
    Optional<Boolean> same(Map<String, String> recorded, Path ledger) {
        Path from = ledger.toAbsolutePath().normalize();
        boolean compared = false;
        for (Map.Entry<String, String> entry : recorded.entrySet()) {
            Optional<String> now = classFolder(from, entry.getKey()).flatMap(this::of);
            if (now.isPresent() && !now.get().equals(entry.getValue())) {
                return Optional.of(false);
            }
            compared |= now.isPresent();
        }
        return compared ? Optional.of(true) : Optional.empty();
    }

    /** A ledger may come from anywhere: only what a build tool made for class files is read. */
    private static Optional<Path> classFolder(Path from, String name) {
        try {
            Path folder = from.resolve(name).normalize();
            return ClassRoots.ofBuild(folder).map(ClassRoot::path).filter(folder::equals);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private Optional<String> of(Path folder) {
        return today.computeIfAbsent(folder, ClassFolderDigests::read);
    }

    private static Optional<String> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Map<String, Long> files = new TreeMap<>();
        OriginalClasses originals = OriginalClasses.of(folder);
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                            if (attributes.isRegularFile() && file.toString().endsWith(".class")) {
                                files.put(
                                        folder.relativize(file).toString().replace('\\', '/'),
                                        ClassHash.crc(originals.read(file)));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
        CRC32 all = new CRC32();
        files.forEach((name, crc) -> all.update((name + ' ' + crc + '\n').getBytes(StandardCharsets.UTF_8)));
        return files.isEmpty() ? Optional.empty() : Optional.of(Long.toHexString(all.getValue()) + "-" + files.size());
    }
}

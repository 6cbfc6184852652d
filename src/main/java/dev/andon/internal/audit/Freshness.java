package dev.andon.internal.audit;

import dev.andon.internal.bytecode.ClassRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether class files are there, and tell of the sources beside them. */
final class Freshness {
    private Freshness() {}

    static boolean hasClassFile(Path folder) throws IOException {
        return newest(folder, ".class").isPresent();
    }

    static boolean hasSources(Path base) throws IOException {
        return newest(base.resolve("src"), ".java", ".kt").isPresent();
    }

    /** Compilers leave unchanged classes alone, so only a source newer than every class file is surely not compiled. */
    static Optional<String> note(String module, Path base, List<ClassRoot> roots) throws IOException {
        Optional<FileTime> compiled = Optional.empty();
        for (ClassRoot root : roots) {
            compiled = later(compiled, newest(root.path(), ".class"));
        }
        Optional<FileTime> written = newest(base.resolve("src"), ".java", ".kt");
        return written.isPresent() && compiled.isPresent() && written.get().compareTo(compiled.get()) > 0
                ? Optional.of("module " + module + " has sources newer than its class files: build it again")
                : Optional.empty();
    }

    private static Optional<FileTime> newest(Path folder, String... endings) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<FileTime> newest = Optional.empty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    newest = later(newest, Optional.of(Files.getLastModifiedTime(file)));
                }
            }
        }
        return newest;
    }

    private static Optional<FileTime> later(Optional<FileTime> one, Optional<FileTime> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(FileTime::compareTo);
    }
}

package dev.andon.internal.audit;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.evidence.ledger.NewestClassFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that class files exist and that no source is newer than all of them. */
final class ClassFileFreshness {
    private ClassFileFreshness() {}

    static boolean hasClassFile(Path folder) throws IOException {
        return newest(folder, ".class").isPresent();
    }

    static boolean hasSources(Path base) throws IOException {
        return newest(base.resolve("src"), ".java", ".kt").isPresent();
    }

    /** Compilers leave unchanged classes alone, so only a source newer than every class file is surely not compiled. */
    static Optional<String> note(String module, Path base, List<ClassRoot> roots) throws IOException {
        Instant compiled = NewestClassFile.of(roots);
        return newest(base.resolve("src"), ".java", ".kt")
                        .filter(compiled::isBefore)
                        .isPresent()
                ? Optional.of("module " + module + " has sources newer than its class files: build it again")
                : Optional.empty();
    }

    private static Optional<Instant> newest(Path folder, String... endings) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<Instant> newest = Optional.empty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                // Editors leave links that lead nowhere as locks.
                if (Stream.of(endings).anyMatch(file.toString()::endsWith) && Files.exists(file)) {
                    newest = later(
                            newest, Optional.of(Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        return newest;
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
    }
}

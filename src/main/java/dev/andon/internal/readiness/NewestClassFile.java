package dev.andon.internal.readiness;

import dev.andon.internal.bytecode.ClassRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When the newest class file of a module was written: what is older tells nothing of it. */
final class NewestClassFile {
    private NewestClassFile() {}

    static Instant of(List<ClassRoot> roots) {
        return roots.stream()
                .map(root -> newest(root.path()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Instant newest(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(NewestClassFile::written)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.andon.internal.evidence.ledger;

import dev.andon.internal.bytecode.ClassRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/** When the newest class file of some roots was written: what is older tells nothing of them. */
public final class NewestClassFile {
    private NewestClassFile() {}

    /**
     * Returns the time; the epoch where there is no class file. A jar counts as a whole.
     *
     * @throws UncheckedIOException where a folder cannot be read
     */
    public static Instant of(Collection<ClassRoot> roots) {
        return roots.stream()
                .map(root -> newestIn(root.path()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Instant newestIn(Path root) {
        if (!Files.exists(root)) {
            return Instant.EPOCH;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.equals(root) ? Files.isRegularFile(file) : isClass(file))
                    .map(NewestClassFile::written)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class");
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

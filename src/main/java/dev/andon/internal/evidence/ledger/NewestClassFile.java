package dev.andon.internal.evidence.ledger;

import dev.andon.internal.bytecode.ClassRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds when the newest class file of some roots was written. */
public final class NewestClassFile {
    private NewestClassFile() {}

    /** When the oldest and the newest class file of a root were written. */
    record Times(Instant oldest, Instant newest) {}

    /**
     * Returns the time; the epoch where there is no class file. A jar counts as a whole.
     *
     * @throws UncheckedIOException where a folder cannot be read
     */
    public static Instant of(Collection<ClassRoot> roots) {
        return roots.stream()
                .flatMap(root -> times(root.path()).stream())
                .map(Times::newest)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Returns the times of a root; empty where it holds no class file. */
    static Optional<Times> times(Path root) {
        if (!Files.exists(root)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Instant> written = files.filter(file -> file.equals(root) ? Files.isRegularFile(file) : isClass(file))
                    .map(NewestClassFile::written)
                    .sorted()
                    .toList();
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Times(written.get(0), written.get(written.size() - 1)));
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

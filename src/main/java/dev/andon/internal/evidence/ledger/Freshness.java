package dev.andon.internal.evidence.ledger;

import dev.andon.internal.bytecode.ClassRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a run is as new as the class files of today, for where no build id can tell: times and checksums of class
 * files decide.
 */
public sealed interface Freshness {

    /** Whether a class that ran with that checksum (empty: not known) and ended then, ran as it is today. */
    boolean fresh(String className, String hash, Instant finished);

    /**
     * Fresh is what ended after the newest class file of its module was written, from the very class file of today.
     *
     * @param roots the folders and jars of classes, tests and others
     * @throws UncheckedIOException where a folder cannot be read
     */
    static Freshness newerThan(Collection<ClassRoot> roots) {
        Map<String, Instant> newest = new HashMap<>();
        for (ClassRoot root : roots) {
            newest.merge(root.module(), newestIn(root.path()), (a, b) -> a.isAfter(b) ? a : b);
        }
        return new ByClassFiles(List.copyOf(roots), Map.copyOf(newest));
    }

    private static Instant newestIn(Path root) {
        if (!Files.exists(root)) {
            return Instant.EPOCH;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.equals(root) ? Files.isRegularFile(file) : isClass(file))
                    .map(Freshness::written)
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

    /**
     * By the class files of the modules.
     *
     * @param newest when the newest class file of each module was written
     */
    record ByClassFiles(List<ClassRoot> roots, Map<String, Instant> newest) implements Freshness {

        @Override
        public boolean fresh(String className, String hash, Instant finished) {
            for (ClassRoot root : roots) {
                Path file = root.path().resolve(ClassHash.fileOf(className));
                if (root.test() && Files.isRegularFile(file)) {
                    return !finished.isBefore(newest.getOrDefault(root.module(), Instant.EPOCH))
                            && (hash.isEmpty() || hash.equals(hashOf(file)));
                }
            }
            // Not a class of these folders (a feature file, a class in a jar): as new as the module that was built
            // first.
            return newest.values().stream()
                    .min(Instant::compareTo)
                    .map(first -> !finished.isBefore(first))
                    .orElse(true);
        }

        private static String hashOf(Path file) {
            try {
                return ClassHash.of(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

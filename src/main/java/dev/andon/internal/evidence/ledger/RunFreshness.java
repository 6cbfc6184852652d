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

/**
 * Whether a run is as new as the class files of today, for where no build id can tell: times and checksums of class
 * files decide.
 */
public sealed interface RunFreshness {

    /** Whether a class that ran with that checksum (empty: not known) and ended then, ran as it is today. */
    boolean fresh(String className, String hash, Instant finished);

    /**
     * Fresh is what ended after the class files were written that it is of: those of its own folder and the production
     * classes of its module; and what ran from the very class file of today. Another module, or another set of tests,
     * may be built later.
     *
     * @param roots the folders and jars of classes, tests and others
     */
    static RunFreshness newerThan(Collection<ClassRoot> roots) {
        return new ByClassFiles(List.copyOf(roots));
    }

    /** Fresh is what ended since then, whatever it is of. */
    static RunFreshness since(Instant instant) {
        return new Since(instant);
    }

    /**
     * By one instant for all.
     *
     * @param instant what is older is stale
     */
    record Since(Instant instant) implements RunFreshness {
        @Override
        public boolean fresh(String className, String hash, Instant finished) {
            return !finished.isBefore(instant);
        }
    }

    /** By the class files of the modules; looked at when first asked, since a build that has an id never asks. */
    final class ByClassFiles implements RunFreshness {
        private final List<ClassRoot> roots;
        private final Map<ClassRoot, Instant> newest = new HashMap<>();

        private ByClassFiles(List<ClassRoot> roots) {
            this.roots = roots;
        }

        private Instant newest(ClassRoot own) {
            return roots.stream()
                    .filter(root ->
                            root.equals(own) || (!root.test() && root.module().equals(own.module())))
                    .map(root -> newest.computeIfAbsent(root, one -> NewestClassFile.of(List.of(one))))
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }

        @Override
        public boolean fresh(String className, String hash, Instant finished) {
            for (ClassRoot root : roots) {
                Path file = root.path().resolve(ClassHash.fileOf(className));
                if (root.test() && Files.isRegularFile(file)) {
                    return !finished.isBefore(newest(root)) && (hash.isEmpty() || hash.equals(hashOf(file)));
                }
            }
            // Not a class of these folders (a feature file, a class in a jar): as new as the module that was built
            // first.
            return roots.stream()
                    .map(this::newest)
                    // An empty folder is of no time.
                    .filter(time -> time.isAfter(Instant.EPOCH))
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

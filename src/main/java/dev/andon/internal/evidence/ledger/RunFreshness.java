package dev.andon.internal.evidence.ledger;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides by times whether a run is of the class files of today, where neither a build's id nor a digest can. */
public sealed interface RunFreshness {

    /** How a run relates to the class files of today. */
    enum Age {
        /** It is of the class files of today. */
        CURRENT,
        /** It is older. */
        OLDER,
        /** A time that cannot be true makes it impossible to determine. */
        UNKNOWN
    }

    /** Returns the age of a run of a class that ended then. */
    Age of(String className, Instant finished);

    /** Returns the instant before which a run of a class is older; empty where it cannot be determined. */
    Optional<Instant> oldestCurrent(String className);

    /** Returns whether the class file of today has that checksum; true where there is no such file, or no checksum. */
    boolean isSameClassFile(String className, String checksum);

    /**
     * Current is what ended after the class files that it ran with were written: those of its own folder, and the
     * production classes of its own module and of the modules that this one depends on. Others may be built later.
     *
     * @param roots the folders and jars of classes, tests and others
     * @param dependencies the names of the modules that the module of a name depends on
     */
    static RunFreshness newerThan(Collection<ClassRoot> roots, Function<String, Set<String>> dependencies) {
        return new ByClassFiles(List.copyOf(roots), dependencies, Instant.now());
    }

    /** Current is what ended since then, whatever it is of. */
    static RunFreshness since(Instant instant) {
        return new Since(instant, Instant.now());
    }

    /** Returns whether a time can be true: files from archives may be of 1980, and the clock of another machine ahead. */
    private static boolean isPlausible(Instant time, Instant now) {
        return time.isAfter(Instant.parse("1990-01-01T00:00:00Z")) && !time.isAfter(now.plus(Duration.ofMinutes(1)));
    }

    /**
     * Decides by one instant for all.
     *
     * @param instant what is before it is older
     * @param now the time of judging
     */
    record Since(Instant instant, Instant now) implements RunFreshness {
        @Override
        public Age of(String className, Instant finished) {
            if (!isPlausible(finished, now)) {
                return Age.UNKNOWN;
            }
            return finished.isBefore(instant) ? Age.OLDER : Age.CURRENT;
        }

        @Override
        public Optional<Instant> oldestCurrent(String className) {
            return Optional.of(instant);
        }

        @Override
        public boolean isSameClassFile(String className, String checksum) {
            return true;
        }
    }

    /** Decides by the class files of the modules, which are looked at when first asked for. */
    final class ByClassFiles implements RunFreshness {
        private final List<ClassRoot> roots;
        private final Function<String, Set<String>> dependencies;
        private final Instant now;
        private final Map<ClassRoot, Optional<NewestClassFile.Times>> times = new HashMap<>();

        private ByClassFiles(List<ClassRoot> roots, Function<String, Set<String>> dependencies, Instant now) {
            this.roots = roots;
            this.dependencies = dependencies;
            this.now = now;
        }

        @Override
        public Age of(String className, Instant finished) {
            Optional<ClassRoot> own = testRoot(className);
            if (own.isEmpty()) {
                return ofNoClass(finished);
            }
            List<NewestClassFile.Times> all =
                    times(own.get(), dependencies.apply(own.get().module()));
            boolean plausible = isPlausible(finished, now)
                    && all.stream().allMatch(of -> isPlausible(of.oldest(), now) && isPlausible(of.newest(), now));
            if (!plausible) {
                return Age.UNKNOWN;
            }
            return all.stream().anyMatch(of -> finished.isBefore(of.newest())) ? Age.OLDER : Age.CURRENT;
        }

        @Override
        public Optional<Instant> oldestCurrent(String className) {
            return testRoot(className).flatMap(own -> times(own, dependencies.apply(own.module())).stream()
                    .map(NewestClassFile.Times::newest)
                    .max(Instant::compareTo));
        }

        private List<NewestClassFile.Times> times(ClassRoot own, Set<String> used) {
            return roots.stream()
                    .filter(root -> root.equals(own)
                            || (!root.test() && (root.module().equals(own.module()) || used.contains(root.module()))))
                    .flatMap(root -> times(root).stream())
                    .toList();
        }

        /** Such as a feature file, or a class in a jar: it must not be older than the module that was built first. */
        private Age ofNoClass(Instant finished) {
            Optional<Instant> first = roots.stream()
                    .flatMap(root -> times(root).stream())
                    .map(NewestClassFile.Times::newest)
                    .min(Instant::compareTo);
            if (!isPlausible(finished, now)
                    || first.filter(time -> !isPlausible(time, now)).isPresent()) {
                return Age.UNKNOWN;
            }
            return first.filter(finished::isBefore).isPresent() ? Age.OLDER : Age.CURRENT;
        }

        private Optional<ClassRoot> testRoot(String className) {
            return roots.stream()
                    .filter(ClassRoot::test)
                    .filter(root -> InputFile.below(root.path(), ClassRoot.entryOf(className))
                            .isPresent())
                    .findFirst();
        }

        private Optional<NewestClassFile.Times> times(ClassRoot root) {
            return times.computeIfAbsent(root, one -> NewestClassFile.times(one.path()));
        }

        @Override
        public boolean isSameClassFile(String className, String checksum) {
            if (checksum.isEmpty()) {
                return true;
            }
            Optional<Path> file =
                    testRoot(className).flatMap(root -> InputFile.below(root.path(), ClassRoot.entryOf(className)));
            try {
                return file.isEmpty() || checksum.equals(ClassHash.of(file.get()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}

package dev.andon.internal.evidence.coverage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Finds from which of several modules a JVM loaded a class that all of them hold. */
@FunctionalInterface
public interface LoadedFrom {
    /** Where no class occurs in several modules. */
    LoadedFrom UNKNOWN = (execFile, testClasses, holders) -> Optional.empty();

    /**
     * Returns the module; empty where it cannot be determined.
     *
     * @param execFile what the JVM's agent wrote
     * @param testClasses the binary names of the test classes that ran then, as far as the file tells
     * @param holders the modules that hold the class
     */
    Optional<String> module(Path execFile, Set<String> testClasses, Set<String> holders);
}

package dev.andon.internal.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Finds the classes that the build uses and does not own: frameworks, libraries, the JDK. */
@FunctionalInterface
public interface ClassSource {

    /** Finds no class. */
    ClassSource NONE = className -> Optional.empty();

    /**
     * Returns the class file of a class, if it is known.
     *
     * @param className the class's binary name
     */
    Optional<byte[]> bytes(String className);

    /** Returns the classes that a class loader finds, without loading them. */
    static ClassSource of(ClassLoader loader) {
        return className -> {
            try (InputStream in = loader.getResourceAsStream(ClassRoot.entryOf(className))) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read class " + className, unreadable);
            }
        };
    }
}

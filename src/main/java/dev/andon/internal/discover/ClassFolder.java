package dev.andon.internal.discover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class folder in the layout of a build tool, and the module it belongs to.
 *
 * @param path the folder
 * @param base the module's folder
 * @param output the module's output folder
 * @param test whether it holds test classes
 */
record ClassFolder(Path path, Path base, Path output, boolean test) {

    /** Recognises {@code target/…} (Maven), {@code build/classes/language/set} (Gradle), {@code out/…} and {@code bin/…} (IDEs). */
    static Optional<ClassFolder> of(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        Path parent = parent(path, 1);
        Path second = parent(path, 2);
        Path third = parent(path, 3);
        if (parent != null && named(parent, "target")) {
            return of(path, parent, !named(path, "classes"));
        }
        if (third != null && named(second, "classes") && named(third, "build")) {
            return of(path, third, !named(path, "main"));
        }
        if (second != null && named(second, "out")) {
            return of(path, second, named(parent, "test"));
        }
        if (parent != null && named(parent, "bin")) {
            return of(path, parent, !named(path, "main"));
        }
        return Optional.empty();
    }

    /** Recognises a jar that a reactor build put beside the folder with its classes. */
    static Optional<ClassFolder> ofJar(Path jar) {
        @Nullable Path output = jar.toAbsolutePath().normalize().getParent();
        if (output != null && named(output, "libs")) {
            output = output.getParent();
        }
        if (output == null || !(named(output, "target") || named(output, "build"))) {
            return Optional.empty();
        }
        boolean test = jar.getFileName().toString().endsWith("-tests.jar");
        Path folder = output.resolve(test ? "test-classes" : "classes");
        if (named(output, "build")) {
            folder = output.resolve("classes").resolve("java").resolve(test ? "test" : "main");
        }
        return Files.isDirectory(folder) ? of(folder, output, test) : Optional.empty();
    }

    private static Optional<ClassFolder> of(Path path, Path output, boolean test) {
        return Optional.ofNullable(output.getParent()).map(base -> new ClassFolder(path, base, output, test));
    }

    private static @Nullable Path parent(Path path, int levels) {
        @Nullable Path parent = path;
        for (int level = 0; level < levels && parent != null; level++) {
            parent = parent.getParent();
        }
        return parent;
    }

    private static boolean named(@Nullable Path path, String name) {
        return path != null
                && path.getFileName() != null
                && path.getFileName().toString().equals(name);
    }
}

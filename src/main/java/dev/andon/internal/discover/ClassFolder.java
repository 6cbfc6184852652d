package dev.andon.internal.discover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
        if (named(path.getParent(), "target")) {
            return of(path, path.getParent(), !path.getFileName().toString().equals("classes"));
        }
        Path languages = parent(path, 2);
        if (named(languages, "classes") && named(languages.getParent(), "build")) {
            return of(
                    path, languages.getParent(), !path.getFileName().toString().equals("main"));
        }
        if (named(parent(path, 2), "out")) {
            return of(path, parent(path, 2), named(path.getParent(), "test"));
        }
        if (named(path.getParent(), "bin")) {
            return of(path, path.getParent(), !path.getFileName().toString().equals("main"));
        }
        return Optional.empty();
    }

    /** Recognises a jar that a reactor build put beside the folder with its classes. */
    static Optional<ClassFolder> ofJar(Path jar) {
        Path output = jar.toAbsolutePath().normalize().getParent();
        if (named(output, "libs")) {
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
        return Optional.of(new ClassFolder(path, output.getParent(), output, test));
    }

    private static Path parent(Path path, int levels) {
        Path parent = path;
        for (int level = 0; level < levels && parent != null; level++) {
            parent = parent.getParent();
        }
        return parent;
    }

    private static boolean named(Path path, String name) {
        return path != null
                && path.getFileName() != null
                && path.getFileName().toString().equals(name);
    }
}

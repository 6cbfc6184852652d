package dev.andon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of testing libraries and clients, which the build lays aside for fixtures to be compiled against. They are
 * not on the tests' own class path, where they would take the place of the stand-ins in {@link Frameworks}.
 */
public final class RealLibraries {

    private static final Path TARGET = Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "target");

    private RealLibraries() {}

    /** Returns the jars. */
    public static List<Path> jars() {
        return in("libraries");
    }

    /** Returns the jars of one whole version of Spring, to run fixtures whose tests start an application. */
    public static List<Path> spring() {
        return in("spring");
    }

    private static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(TARGET.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("run mvn generate-test-resources, which fills the folder", missing);
        }
    }

    /** Adds them all to the class path of fixtures. */
    public static Compiled on(Compiled fixtures) {
        jars().forEach(fixtures::classPath);
        return fixtures;
    }

    /** Returns a loader of them and of what the tests themselves have. Never closed: indexes read lazily. */
    public static URLClassLoader loader() {
        return new URLClassLoader(
                jars().stream().map(RealLibraries::url).toArray(URL[]::new), RealLibraries.class.getClassLoader());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

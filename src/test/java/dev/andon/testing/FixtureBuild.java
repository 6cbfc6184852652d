package dev.andon.testing;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A build of one or several modules, compiled from text against {@link Frameworks}, and its index. */
public final class FixtureBuild {

    private final Path folder;
    private final List<ClassRoot> roots = new ArrayList<>();
    private final List<Path> libraries = new ArrayList<>();

    private FixtureBuild(Path folder) {
        this.folder = folder;
    }

    /** Begins a build below that folder. */
    public static FixtureBuild in(Path folder) {
        return new FixtureBuild(folder);
    }

    /** Adds a module's production classes; what was added before is on its class path. */
    public FixtureBuild main(String module, String... sources) {
        return root(module, "classes", false, sources);
    }

    /** Adds a module's test classes; what was added before is on their class path. */
    public FixtureBuild test(String module, String... sources) {
        return root(module, "test-classes", true, sources);
    }

    /** Adds a root whose folder bears a name of its own, such as {@code integrationTest}. */
    public FixtureBuild root(String module, String folderName, boolean test, String... sources) {
        Compiled compiled = Compiled.into(folder.resolve(module).resolve(folderName))
                .sources(List.of(sources))
                .classPath(Frameworks.classes());
        libraries.forEach(compiled::classPath);
        roots.forEach(root -> compiled.classPath(root.path()));
        roots.add(new ClassRoot(compiled.compile(), module, test));
        return this;
    }

    /** Adds classes of libraries, which are on the class path and no part of the build. */
    public FixtureBuild library(String... sources) {
        libraries.add(Compiled.into(folder.resolve("library" + libraries.size()))
                .sources(List.of(sources))
                .classPath(Frameworks.classes())
                .compile());
        return this;
    }

    /** Returns the roots so far. */
    public List<ClassRoot> roots() {
        return List.copyOf(roots);
    }

    /** Returns the index of the build, with the frameworks on its class path. */
    public CodeIndex index() {
        // Never closed: the index reads lazily, as long as the test has it.
        return CodeIndex.of(
                roots,
                ClassSource.of(new URLClassLoader(
                        Stream.concat(libraries.stream(), Stream.of(Frameworks.classes()))
                                .map(FixtureBuild::url)
                                .toArray(URL[]::new),
                        FixtureBuild.class.getClassLoader())));
    }

    private static URL url(Path classes) {
        try {
            return classes.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns the index of the build as it is seen where no framework is on the class path. */
    public CodeIndex indexWithoutFrameworks() {
        return CodeIndex.of(roots, ClassSource.NONE);
    }
}

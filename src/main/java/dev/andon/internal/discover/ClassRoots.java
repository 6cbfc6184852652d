package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises class folders and jars by their path. */
public final class ClassRoots {
    private ClassRoots() {}

    /** Returns the root; a path of unknown layout counts as production code of a module named after it. */
    public static ClassRoot of(Path path) {
        return ClassFolder.of(path)
                .map(ClassRoots::root)
                .orElseGet(() -> new ClassRoot(path, String.valueOf(path.getFileName()), false));
    }

    /** Returns the class folder of the build that an entry of a class path stands for; empty for one of a library. */
    public static Optional<ClassRoot> ofBuild(Path entry) {
        return folder(entry).map(ClassRoots::root);
    }

    private static ClassRoot root(ClassFolder folder) {
        return new ClassRoot(folder.path(), ModuleName.of(folder.base()), folder.test());
    }

    /** Returns the folder of the module that a class folder or jar belongs to, if its layout is known. */
    public static Optional<Path> base(Path path) {
        return folder(path).map(ClassFolder::base);
    }

    private static Optional<ClassFolder> folder(Path path) {
        return Files.isDirectory(path) ? ClassFolder.of(path) : ClassFolder.ofJar(path);
    }
}

package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import java.nio.file.Path;

/** Recognises a class folder or jar by where it lies. */
public final class ClassRoots {
    private ClassRoots() {}

    /** Returns the root; one that no build tool lays out like this counts as production code of a module of its name. */
    public static ClassRoot of(Path path) {
        return ClassFolder.of(path)
                .map(folder -> new ClassRoot(folder.path(), ModuleName.of(folder.base()), folder.test()))
                .orElseGet(() -> new ClassRoot(path, String.valueOf(path.getFileName()), false));
    }
}

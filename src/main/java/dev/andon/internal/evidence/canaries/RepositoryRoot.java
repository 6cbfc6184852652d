package dev.andon.internal.evidence.canaries;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the repository around a module. */
final class RepositoryRoot {
    private RepositoryRoot() {}

    /** Returns the nearest folder that git calls one; without git the module's own. */
    static Path of(Path base) {
        for (Path folder = base; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return base;
    }
}

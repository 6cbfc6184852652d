package dev.andon.internal.evidence.canaries;

import dev.andon.internal.text.BuildTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the root folder of the repository that contains a module. */
public final class RepositoryRoot {
    private RepositoryRoot() {}

    /** Returns the nearest root of a git repository; without git, the outermost of the nested builds. */
    public static Path of(Path base) {
        return ofGit(base).orElseGet(() -> outermostBuild(base));
    }

    /** Returns the nearest root of a git repository; empty without git. */
    public static Optional<Path> ofGit(Path base) {
        for (Path folder = base; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static Path outermostBuild(Path base) {
        Path top = base;
        for (Path folder = base.getParent(); folder != null && isBuild(folder); folder = folder.getParent()) {
            top = folder;
        }
        return top;
    }

    private static boolean isBuild(Path folder) {
        return BuildTool.maven(folder) || BuildTool.gradle(folder);
    }
}

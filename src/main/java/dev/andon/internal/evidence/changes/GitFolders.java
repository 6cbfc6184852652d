package dev.andon.internal.evidence.changes;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of a work tree and of its repository, found as git finds them but without running it.
 *
 * @param workTree the root of the work tree, with links resolved
 * @param own what belongs to this work tree alone: HEAD and the index
 * @param common what it shares with other work trees: objects and refs
 */
record GitFolders(Path workTree, Path own, Path common) {
    private static final int LONGEST_POINTER = 1 << 16;

    /**
     * Finds the work tree that holds a folder; empty where none does.
     *
     * @throws IOException if what names the repository cannot be read
     */
    static Optional<GitFolders> around(Path folder) throws IOException {
        for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                if (Files.exists(git.resolve("HEAD"))) {
                    return Optional.of(new GitFolders(at, git, common(git)));
                }
            } else if (Files.exists(git)) {
                Path own = git.resolveSibling(pointer(git, "gitdir: ")).normalize();
                return Optional.of(new GitFolders(at, own, common(own)));
            }
        }
        return Optional.empty();
    }

    /** Work trees that were added to a repository, and submodules, name a folder in a file. */
    private static Path common(Path own) throws IOException {
        Path file = own.resolve("commondir");
        return Files.exists(file) ? own.resolve(pointer(file, "")).normalize() : own;
    }

    private static String pointer(Path file, String prefix) throws IOException {
        String text = new String(InputFile.bytes(file, LONGEST_POINTER), StandardCharsets.UTF_8).strip();
        if (!text.startsWith(prefix) || text.indexOf('\0') >= 0) {
            throw new IOException(file + " names no git folder");
        }
        return text.substring(prefix.length());
    }
}

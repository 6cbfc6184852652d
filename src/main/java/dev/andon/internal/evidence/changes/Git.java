package dev.andon.internal.evidence.changes;

import dev.andon.internal.evidence.changes.GitCommand.Answer;
import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks git about a work tree, without its repository's configuration: settings of a repository can name programs, which
 * git runs even for a diff (file system monitors, filters, helpers that fetch). Git is given a repository of ours instead,
 * in a folder of ours, which borrows the objects of the other and has a copy of its refs and its index. Of the settings,
 * {@link GitSettings} lets through what decides how files compare.
 */
final class Git implements AutoCloseable {
    private static final int LONGEST_REF = 1 << 12;
    private static final int MOST_REFS = 100_000;
    private static final int MOST_ALTERNATES = 100;
    private static final long LARGEST_INDEX = 1L << 30;

    private final GitFolders folders;
    private final Path scratch;
    private final GitCommand command;
    private final Map<String, String> environment;
    private final boolean partialClone;

    private Git(GitFolders folders, Path scratch) throws IOException, ChangesUnknown {
        this.folders = folders;
        this.scratch = scratch;
        this.command = GitCommand.find(folders.workTree(), scratch);
        Path directory = Files.createDirectory(scratch.resolve("git"));
        this.environment = Map.of(
                "GIT_DIR",
                directory.toString(),
                "GIT_WORK_TREE",
                folders.workTree().toString());
        GitSettings settings = GitSettings.of(command, folders);
        this.partialClone = settings.partialClone();
        fill(directory, settings);
    }

    /**
     * Prepares to ask about the work tree that holds a folder.
     *
     * @throws ChangesUnknown if none does, or its repository cannot be read
     */
    static Git of(Path folder) throws ChangesUnknown {
        Path scratch = null;
        try {
            GitFolders folders = GitFolders.around(folder)
                    .orElseThrow(
                            () -> new ChangesUnknown(
                                    "Cannot determine what changed: " + folder
                                            + " is in no git work tree. Run the build in a checkout, or take @RequireChangedLines off."));
            scratch = Files.createTempDirectory("andon-git");
            return new Git(folders, scratch);
        } catch (ChangesUnknown unknown) {
            delete(scratch);
            throw unknown;
        } catch (IOException | InvalidPathException unreadable) {
            delete(scratch);
            throw new ChangesUnknown("Cannot determine what changed: the git repository of " + folder
                    + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    /** Returns the root of the work tree. */
    Path folder() {
        return folders.workTree();
    }

    private void fill(Path directory, GitSettings settings) throws IOException, ChangesUnknown {
        Files.writeString(directory.resolve("config"), settings.text());
        copy(folders.own().resolve("HEAD"), directory.resolve("HEAD"), LONGEST_REF);
        if (Files.exists(folders.common().resolve("reftable"))) {
            throw new ChangesUnknown(
                    "Cannot determine what changed: the refs of " + folder() + " are stored as reftable, "
                            + "which is not supported. Run `git refs migrate --ref-format=files` in it.");
        }
        copyRefs(folders.common().resolve("refs"), directory.resolve("refs"));
        for (String name : List.of("packed-refs", "shallow", "info/exclude", "info/attributes")) {
            copyIfThere(folders.common().resolve(name), directory.resolve(name), InputFile.LARGEST);
        }
        copyIfThere(
                folders.own().resolve("info/sparse-checkout"),
                directory.resolve("info/sparse-checkout"),
                InputFile.LARGEST);
        copyIndex(directory);
        SpecialFiles.refuse(folder(), file -> file.endsWith(".gitignore") || file.endsWith(".gitattributes"));
        Path info = Files.createDirectories(directory.resolve("objects").resolve("info"));
        Files.writeString(info.resolve("alternates"), alternates());
    }

    /** An index may be split into several files. Its time tells git which files it has to look into. */
    private void copyIndex(Path directory) throws IOException {
        for (String pattern : List.of("index", "sharedindex.*")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.own(), pattern)) {
                for (Path file : files) {
                    InputFile.requireRegular(file);
                    if (Files.size(file) > LARGEST_INDEX) {
                        throw new IOException(file + " is larger than 1 GB");
                    }
                    Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void copyRefs(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) {
            return;
        }
        int count = 0;
        try (Stream<Path> files = Files.walk(from.toRealPath())) {
            Path root = from.toRealPath();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (++count > MOST_REFS) {
                    throw new IOException("there are more than " + MOST_REFS + " refs; run `git pack-refs --all`");
                }
                copy(file, to.resolve(root.relativize(file).toString()), LONGEST_REF);
            }
        }
    }

    /** Git follows only absolute paths from one store of objects to the next. */
    private String alternates() throws IOException {
        Path objects = folders.common().resolve("objects").toRealPath();
        StringBuilder lines = new StringBuilder(line(objects));
        Path others = objects.resolve("info").resolve("alternates");
        if (Files.exists(others)) {
            int count = 0;
            for (String other : InputFile.text(others).split("\n", -1)) {
                if (++count > MOST_ALTERNATES) {
                    throw new IOException(others + " names more than " + MOST_ALTERNATES + " stores of objects");
                }
                if (!other.isBlank() && !other.startsWith("#") && !other.startsWith("\"")) {
                    lines.append(line(objects.resolve(other).normalize()));
                }
            }
        }
        return lines.toString();
    }

    private static String line(Path objects) throws IOException {
        SpecialFiles.refuse(objects, file -> true);
        String path = objects.toString().replace('\\', '/');
        if (path.indexOf('\n') >= 0) {
            throw new IOException(path + " has a line end in its name");
        }
        return path + "\n";
    }

    private static void copyIfThere(Path from, Path to, long most) throws IOException {
        if (Files.exists(from)) {
            copy(from, to, most);
        }
    }

    private static void copy(Path from, Path to, long most) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        try (InputStream in = InputFile.open(from, most)) {
            Files.copy(in, to);
        } catch (IOException unreadable) {
            throw new IOException(from + ": " + unreadable.getMessage(), unreadable);
        }
    }

    Answer ask(String... arguments) throws ChangesUnknown {
        return command.run(environment, List.of(arguments));
    }

    /**
     * Returns what a command printed.
     *
     * @throws ChangesUnknown if it failed
     */
    String require(String... arguments) throws ChangesUnknown {
        Answer answer = ask(arguments);
        if (!answer.ok()) {
            throw new ChangesUnknown("Cannot determine what changed: `git " + String.join(" ", arguments)
                    + "` failed in " + folder() + ": " + answer.err().strip()
                    + (partialClone
                            ? ". This is a partial clone, and Andon fetches nothing: clone without --filter, or let "
                                    + "`git diff --stat` with the branch to compare with fetch what is missing first."
                            : ""));
        }
        return answer.out();
    }

    @Override
    public void close() {
        delete(scratch);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException kept) {
            // A folder that stays in the folder for temporary files does no harm.
        }
    }
}

package dev.andon.internal.evidence.changes;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Collects the changed lines of a work tree and of the submodules in it. */
final class CollectedChanges {
    private static final List<String> SOURCES = List.of("*.java", "*.kt");
    /** What git compares with where there was nothing before. */
    private static final String EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    private static final String SUBMODULE = "160000";
    private static final String LINK = "120000";

    private final List<Path> modules;
    private final List<Path> roots = new ArrayList<>();
    private final Map<Path, NavigableSet<Integer>> lines = new TreeMap<>();
    private final Set<Path> newFiles = new TreeSet<>();

    /**
     * Begins to collect.
     *
     * @param modules the folders of the build's modules; a repository that holds one of them is asked for itself
     */
    CollectedChanges(List<Path> modules) {
        this.modules = modules;
    }

    List<Path> roots() {
        return roots;
    }

    Map<Path, NavigableSet<Integer>> lines() {
        return lines;
    }

    Set<Path> newFiles() {
        return newFiles;
    }

    /** Adds what changed from a commit to the work tree, untracked files included. */
    void add(Git git, String commit) throws ChangesUnknown {
        roots.add(git.folder());
        Diff.parse(diff(git, commit, "--patch", "--unified=0"))
                .forEach((path, changed) -> lines.put(git.folder().resolve(path), changed));
        for (String path : split(diff(git, commit, "--name-only", "--diff-filter=A", "-z"))) {
            newFiles.add(git.folder().resolve(path));
        }
        for (String path : split(git.require("ls-files", "--others", "--exclude-standard", "-z"))) {
            addUntracked(git, path);
        }
        addLinks(git, commit);
        for (String entry : split(git.require("ls-files", "--stage", "-z"))) {
            if (entry.startsWith(SUBMODULE)) {
                addSubmodule(git, commit, entry.substring(entry.indexOf('\t') + 1));
            }
        }
    }

    private void addUntracked(Git git, String path) throws ChangesUnknown {
        Path file = git.folder().resolve(path);
        if (path.endsWith("/")) {
            if (modules.stream().noneMatch(module -> ChangedSource.real(module).startsWith(file))
                    && holdsSources(file)) {
                throw new ChangesUnknown("Cannot determine what changed: " + file
                        + " is a git repository of its own that is neither a submodule nor ignored. Make it a "
                        + "submodule, or add it to .gitignore where this build does not compile it.");
            }
        } else if (isSource(path)) {
            newFiles.add(file);
            lines.put(file, allLines(file));
        }
    }

    /** Of a link git compares the target's name, while all of the target's lines are others now. */
    private void addLinks(Git git, String commit) throws ChangesUnknown {
        List<String> raw = split(git.require(
                "diff", "--raw", "--no-renames", "--ignore-submodules", "--diff-filter=d", "-z", commit, "--"));
        for (int i = 0; i + 1 < raw.size(); i += 2) {
            if (raw.get(i).split(" ", -1)[1].equals(LINK)) {
                Path link = git.folder().resolve(raw.get(i + 1));
                if (Files.isRegularFile(link) && isSource(raw.get(i + 1))) {
                    lines.put(link, allLines(link));
                } else if (Files.isDirectory(link)) {
                    for (Path source : sources(link)) {
                        lines.put(source, allLines(source));
                    }
                }
            }
        }
    }

    private void addSubmodule(Git outer, String commit, String path) throws ChangesUnknown {
        Path folder = outer.folder().resolve(path);
        if (!Files.exists(folder.resolve(".git"))) {
            // Not checked out: nothing of it is built here.
            return;
        }
        GitCommand.Answer before = outer.ask("rev-parse", "--verify", "--quiet", commit + ":" + path);
        try (Git inner = Git.of(folder)) {
            String from = before.ok() ? before.line() : EMPTY_TREE;
            if (before.ok() && !inner.ask("cat-file", "-e", from + "^{commit}").ok()) {
                throw new ChangesUnknown("Cannot determine what changed in the submodule " + path
                        + ": its clone does not have the commit " + from + " that it was at before. Fetch it: `git -C "
                        + path + " fetch origin " + from + "`.");
            }
            add(inner, from);
        }
    }

    private static String diff(Git git, String commit, String... options) throws ChangesUnknown {
        List<String> arguments = new ArrayList<>(List.of(
                "diff",
                "-M",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                // Sources that an attribute or their encoding makes binary have lines all the same.
                "--text",
                "--inter-hunk-context=0",
                "--ignore-submodules",
                "--src-prefix=a/",
                "--dst-prefix=b/"));
        arguments.addAll(List.of(options));
        arguments.add(commit);
        arguments.add("--");
        arguments.addAll(SOURCES);
        return git.require(arguments.toArray(new String[0]));
    }

    private static boolean isSource(String path) {
        return SOURCES.stream().anyMatch(pattern -> path.endsWith(pattern.substring(1)));
    }

    private static boolean holdsSources(Path folder) throws ChangesUnknown {
        return !sources(folder).isEmpty();
    }

    private static List<Path> sources(Path folder) throws ChangesUnknown {
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            return files.filter(file -> isSource(file.toString()) && Files.isRegularFile(file))
                    .toList();
        } catch (IOException failure) {
            throw new ChangesUnknown("Cannot determine what changed: " + folder + " cannot be read (" + failure + ").");
        }
    }

    private static NavigableSet<Integer> allLines(Path file) throws ChangesUnknown {
        try {
            NavigableSet<Integer> all = new TreeSet<>();
            int count = new String(InputFile.bytes(file, InputFile.LARGEST), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList()
                    .size();
            for (int line = 1; line <= count; line++) {
                all.add(line);
            }
            return all;
        } catch (IOException failure) {
            throw new ChangesUnknown("Cannot determine what changed: " + file + " cannot be read (" + failure + ").");
        }
    }

    private static List<String> split(String paths) {
        return Stream.of(paths.split("\0", -1)).filter(path -> !path.isEmpty()).toList();
    }
}

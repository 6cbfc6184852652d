package dev.andon.internal.evidence.changes;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what changed, by one diff from the merge base to the work tree, untracked files included. */
public final class ChangesFinder {

    // The variables in which CI services name the branch that a change is to be merged into.
    private static final List<String> TARGET_VARIABLES = List.of(
            "GITHUB_BASE_REF",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
            "CHANGE_TARGET",
            "BITBUCKET_PR_DESTINATION_BRANCH",
            "SYSTEM_PULLREQUEST_TARGETBRANCH");
    private static final List<String> SOURCES = List.of("*.java", "*.kt");

    private final Git git;
    private final Map<String, String> environment;

    private ChangesFinder(Git git, Map<String, String> environment) {
        this.git = git;
        this.environment = environment;
    }

    /**
     * Finds the changes of a work tree.
     *
     * @param folder a folder in it
     * @param since the branch or commit to compare with; empty: CI's target branch, else the remote's default branch
     * @param environment the environment variables
     * @throws ChangesUnknown if that cannot be determined
     */
    public static Changes find(Path folder, String since, Map<String, String> environment) throws ChangesUnknown {
        try (Git git = Git.of(folder)) {
            return new ChangesFinder(git, environment).find(since);
        }
    }

    private Changes find(String since) throws ChangesUnknown {
        String base = since.isEmpty() ? guess() : since;
        String commit = resolve(base);
        GitCommand.Answer parted = git.ask("merge-base", commit, "HEAD");
        if (!parted.ok()) {
            throw new ChangesUnknown("Cannot determine what changed since " + base + ": " + noMergeBase(base));
        }
        String mergeBase = parted.line();
        Map<Path, NavigableSet<Integer>> lines = new TreeMap<>();
        Diff.parse(diff(mergeBase, "--patch", "--unified=0"))
                .forEach((path, changed) -> lines.put(git.folder().resolve(path), changed));
        Set<Path> newFiles = new TreeSet<>();
        for (String path : split(diff(mergeBase, "--name-only", "--diff-filter=A", "-z"))) {
            newFiles.add(git.folder().resolve(path));
        }
        for (String path :
                split(git.require(with(List.of("ls-files", "--others", "--exclude-standard", "-z", "--"), SOURCES)))) {
            Path file = git.folder().resolve(path);
            newFiles.add(file);
            lines.put(file, allLines(file));
        }
        return new Changes(git.folder(), base, mergeBase, lines, newFiles);
    }

    private String diff(String mergeBase, String... options) throws ChangesUnknown {
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
        arguments.add(mergeBase);
        arguments.add("--");
        return git.require(with(arguments, SOURCES));
    }

    private String guess() throws ChangesUnknown {
        for (String variable : TARGET_VARIABLES) {
            String branch = environment.getOrDefault(variable, "").strip();
            if (!branch.isEmpty()) {
                return "origin/" + (branch.startsWith("refs/heads/") ? branch.substring(11) : branch);
            }
        }
        GitCommand.Answer head = git.ask("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
        if (head.ok()) {
            return head.line();
        }
        for (String usual : List.of("origin/main", "origin/master")) {
            if (git.ask("rev-parse", "--verify", "--quiet", usual + "^{commit}").ok()) {
                return usual;
            }
        }
        throw new ChangesUnknown("Cannot determine what changed: neither a variable of CI (" + TARGET_VARIABLES.get(0)
                + " and the like) nor the remote origin names the branch to compare with. Name it: "
                + "@RequireChangedLines(since = \"origin/main\"); a clone of a single branch must fetch it first: "
                + "`git fetch origin main:refs/remotes/origin/main`.");
    }

    private String resolve(String base) throws ChangesUnknown {
        GitCommand.Answer commit = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", base + "^{commit}");
        if (commit.ok()) {
            return commit.line();
        }
        String branch = base.startsWith("origin/") ? base.substring(7) : base;
        throw new ChangesUnknown(
                "Cannot determine what changed since " + base + ": this clone does not have it. Fetch it: "
                        + "`git fetch origin " + branch + ":refs/remotes/origin/" + branch + "`.");
    }

    private String noMergeBase(String base) throws ChangesUnknown {
        boolean shallow =
                git.require("rev-parse", "--is-shallow-repository").strip().equals("true");
        return shallow
                ? "this clone is too shallow to hold the commit where the two parted. Fetch more: `git fetch --deepen=100 "
                        + "origin`, or all: `git fetch --unshallow origin` (in CI: a fetch depth of 0)."
                : "HEAD and " + base + " have no commit in common. Name another: @RequireChangedLines(since = \"…\").";
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

    private static String[] with(List<String> arguments, List<String> more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(more);
        return all.toArray(new String[0]);
    }

    private static List<String> split(String paths) {
        return List.of(paths.split("\0", -1)).stream()
                .filter(path -> !path.isEmpty())
                .toList();
    }
}

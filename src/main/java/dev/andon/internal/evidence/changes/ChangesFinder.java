package dev.andon.internal.evidence.changes;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Git git;
    private final Map<String, String> environment;

    private ChangesFinder(Git git, Map<String, String> environment) {
        this.git = git;
        this.environment = environment;
    }

    /**
     * Finds the changes of a build: those of the work tree that holds the first of its modules, of its submodules, and of
     * further work trees that hold other modules.
     *
     * @param modules the folders of the build's modules
     * @param since the branch or commit to compare with; empty: CI's target branch, else the remote's default branch
     * @param environment the environment variables
     * @throws ChangesUnknown if that cannot be determined
     */
    public static Changes find(List<Path> modules, String since, Map<String, String> environment)
            throws ChangesUnknown {
        Changes first = find(modules.get(0), since, environment, modules);
        Set<Path> seen = new TreeSet<>(first.roots());
        for (Path module : modules.subList(1, modules.size())) {
            Path root = workTree(module);
            if (seen.add(root)) {
                Changes more = find(root, since, environment, modules);
                seen.addAll(more.roots());
                first.lines().putAll(more.lines());
                first.newFiles().addAll(more.newFiles());
            }
        }
        return new Changes(List.copyOf(seen), first.since(), first.mergeBase(), first.lines(), first.newFiles());
    }

    private static Path workTree(Path module) throws ChangesUnknown {
        try {
            return GitFolders.around(module)
                    .orElseThrow(() -> new ChangesUnknown("Cannot determine what changed: the module in " + module
                            + " is in no git work tree, and others are. Build all of them in checkouts."))
                    .workTree();
        } catch (IOException unreadable) {
            throw new ChangesUnknown("Cannot determine what changed: the git repository of " + module
                    + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    private static Changes find(Path folder, String since, Map<String, String> environment, List<Path> modules)
            throws ChangesUnknown {
        try (Git git = Git.of(folder)) {
            return new ChangesFinder(git, environment).find(since, modules);
        } catch (InvalidPathException unmappable) {
            throw new ChangesUnknown(
                    "Cannot determine what changed: the locale of this JVM has no letters for the path "
                            + unmappable.getInput()
                            + ". Run the build with LC_ALL=C.UTF-8, or another locale of UTF-8.");
        }
    }

    private Changes find(String since, List<Path> modules) throws ChangesUnknown {
        String base = since.isEmpty() ? guess() : since;
        String commit = resolve(base);
        GitCommand.Answer parted = git.ask("merge-base", commit, "HEAD");
        if (!parted.ok()) {
            throw new ChangesUnknown("Cannot determine what changed since " + base + ": " + noMergeBase(base));
        }
        String mergeBase = parted.line();
        CollectedChanges collected = new CollectedChanges(modules);
        collected.add(git, mergeBase);
        return new Changes(collected.roots(), base, mergeBase, collected.lines(), collected.newFiles());
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
        if (!hasRemote()) {
            throw new ChangesUnknown("Cannot determine what changed: no variable of CI (" + TARGET_VARIABLES.get(0)
                    + " and the like) names the branch to compare with, and this repository has no remote. Name a local "
                    + "branch or commit: @RequireChangedLines(since = \"main\").");
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
        if (!hasRemote()) {
            throw new ChangesUnknown("Cannot determine what changed since " + base
                    + ": this repository does not have it, and has no remote to fetch it from. Name a local branch or "
                    + "commit: @RequireChangedLines(since = \"main\").");
        }
        throw new ChangesUnknown(
                "Cannot determine what changed since " + base + ": this clone does not have it. Fetch it: "
                        + "`git fetch origin " + branch + ":refs/remotes/origin/" + branch + "`.");
    }

    private boolean hasRemote() throws ChangesUnknown {
        return !git.require("for-each-ref", "--count=1", "refs/remotes").isBlank();
    }

    private String noMergeBase(String base) throws ChangesUnknown {
        boolean shallow =
                git.require("rev-parse", "--is-shallow-repository").strip().equals("true");
        return shallow
                ? "this clone is too shallow to hold the commit where the two parted. Fetch more: `git fetch --deepen=100 "
                        + "origin`, or all: `git fetch --unshallow origin` (in CI: a fetch depth of 0)."
                : "HEAD and " + base + " have no commit in common. Name another: @RequireChangedLines(since = \"…\").";
    }
}

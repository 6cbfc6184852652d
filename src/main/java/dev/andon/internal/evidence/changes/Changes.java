package dev.andon.internal.evidence.changes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * What changed between the merge base with a branch and the work tree.
 *
 * @param roots the roots of the work trees, that of the first module first
 * @param since the branch or commit that was compared with
 * @param mergeBase the commit at which the two parted
 * @param lines the added or changed lines of each source file that was touched, by its absolute path; none of a file
 *     from which lines were only removed
 * @param newFiles the files that are new, renamed ones not among them
 */
public record Changes(
        List<Path> roots, String since, String mergeBase, Map<Path, NavigableSet<Integer>> lines, Set<Path> newFiles) {}

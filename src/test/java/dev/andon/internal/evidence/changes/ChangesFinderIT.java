package dev.andon.internal.evidence.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesFinderIT {

    @TempDir
    Path folder;

    private Repository git;
    private Path repository;

    @BeforeEach
    void commitTwoFiles() throws Exception {
        git = Repository.in(folder.resolve("repository"));
        repository = git.folder();
        write("src/Till.java", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n");
        write("src/Cellar.java", "a\nb\nc\n");
        commit();
        git("checkout", "-q", "-b", "change");
    }

    private String git(String... arguments) throws Exception {
        return git.git(arguments);
    }

    private void commit() throws Exception {
        git.commit();
    }

    private void write(String path, String text) throws Exception {
        git.write(path, text);
    }

    private Changes changes() throws ChangesUnknown {
        return ChangesFinder.find(List.of(repository), "main", Map.of());
    }

    @Test
    void seesCommittedStagedUnstagedAndUntrackedAsOne() throws Exception {
        write("src/Till.java", "1\n2\nTHREE\n4\n5\n6\n7\n8\n9\n10\n");
        commit();
        write("src/Till.java", "0\n1\n2\nTHREE\n4\n5\n6\n7\n8\n9\n10\n");
        git("add", "-A");
        write("src/Till.java", "0\n1\n2\nTHREE\n4\n5\n6\n7\n8\n9\nTEN\n");
        write("src/Fresh.java", "x\ny\n");
        write("src/notes.txt", "no source");

        Changes changes = changes();

        assertThat(changes.lines())
                .containsOnlyKeys(repository.resolve("src/Till.java"), repository.resolve("src/Fresh.java"));
        // In the numbers of the work tree, not of the commits in between.
        assertThat(changes.lines().get(repository.resolve("src/Till.java"))).containsExactly(1, 4, 11);
        assertThat(changes.lines().get(repository.resolve("src/Fresh.java"))).containsExactly(1, 2);
        assertThat(changes.newFiles()).containsExactly(repository.resolve("src/Fresh.java"));
    }

    @Test
    void takesARenameForNoChange() throws Exception {
        git("config", "diff.renames", "false");
        git("mv", "src/Till.java", "src/Desk.java");
        write("src/Desk.java", "1\n2\n3\n4\nFIVE\n6\n7\n8\n9\n10\n");
        commit();

        assertThat(changes().lines().get(repository.resolve("src/Desk.java"))).containsExactly(5);
        assertThat(changes().newFiles()).isEmpty();
    }

    @Test
    void countsNothingThatAMergeOfTheBaseBroughtIn() throws Exception {
        write("src/Till.java", "1\n2\n3\n4\n5\n6\n7\n8\n9\nTEN\n");
        commit();
        git("checkout", "-q", "main");
        write("src/Cellar.java", "A\nb\nc\n");
        commit();
        git("checkout", "-q", "change");
        git("merge", "-q", "--no-edit", "main");

        assertThat(changes().lines()).containsOnlyKeys(repository.resolve("src/Till.java"));
    }

    @Test
    void saysWhatAShallowCloneLacks() throws Exception {
        write("src/Till.java", "other\n");
        commit();
        git("checkout", "-q", "main");
        write("src/Cellar.java", "A\nb\nc\n");
        commit();
        Path clone = folder.resolve("clone");
        git("clone", "-q", "--depth=1", "--no-single-branch", "-b", "change", "file://" + repository, clone.toString());

        assertThatThrownBy(() -> ChangesFinder.find(List.of(clone), "origin/main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("too shallow", "git fetch --deepen", "git fetch --unshallow");
    }

    @Test
    void findsTheBranchToCompareWith() throws Exception {
        Path clone = folder.resolve("clone");
        git("clone", "-q", "file://" + repository, clone.toString());

        assertThat(ChangesFinder.find(List.of(clone), "", Map.of()).since()).isEqualTo("origin/change");
        assertThat(ChangesFinder.find(List.of(clone), "", Map.of("GITHUB_BASE_REF", "main"))
                        .since())
                .isEqualTo("origin/main");
        assertThat(ChangesFinder.find(List.of(clone), "", Map.of("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main"))
                        .since())
                .isEqualTo("origin/main");
        assertThatThrownBy(() -> ChangesFinder.find(List.of(clone), "", Map.of("CHANGE_TARGET", "gone")))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("since origin/gone", "git fetch origin gone");
        assertThatThrownBy(() -> ChangesFinder.find(List.of(repository), "", Map.of()))
                .hasMessageContainingAll("names the branch to compare with", "since = \"main\"");
    }

    @Test
    void saysThatThereIsNoGit() throws Exception {
        Path bare = Files.createDirectory(folder.resolve("bare"));

        assertThatThrownBy(() -> ChangesFinder.find(List.of(bare), "main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("is in no git work tree", "@RequireChangedLines");
    }

    @Test
    void readsWhateverGitWritesOfOddFiles() throws Exception {
        write("src/Old.java", "1\n2\n3\n");
        write("src/Windows.java", "a\r\nb\r\nc\r\n");
        write("src/Open.java", "a\nb");
        write("src/Mode.java", "a\n");
        write("src/Gone.java", "a\n");
        Files.write(repository.resolve("src/Wide.java"), "x\ny\n".getBytes(StandardCharsets.UTF_16LE));
        write(".gitattributes", "Binary.java binary\n");
        write("src/Binary.java", "a\nb\n");
        commit();
        git("branch", "-f", "main");
        write("src/a \"quoted\" \\ tab\tname\u00e9.java", "x\n");
        git("mv", "src/Old.java", "src/New.java");
        write("src/Windows.java", "a\r\nB\r\nc\r\n");
        write("src/Open.java", "a\nb\nc");
        assertThat(repository.resolve("src/Mode.java").toFile().setExecutable(true))
                .isTrue();
        Files.delete(repository.resolve("src/Gone.java"));
        Files.write(repository.resolve("src/Wide.java"), "x\nz\n".getBytes(StandardCharsets.UTF_16LE));
        write("src/Binary.java", "a\nB\n");
        write("src/+++ b/Header.java", "++ b/Other.java\n-- a/Other.java\n@@ -1 +1 @@\n");
        Repository inner = Repository.in(folder.resolve("inner"))
                .write("Inner.java", "x\n")
                .commit();
        git("submodule", "--quiet", "add", inner.folder().toString(), "module");
        git("config", "diff.interHunkContext", "9");
        git("config", "diff.noprefix", "true");
        git("config", "color.diff", "always");
        commit();

        Map<String, List<Integer>> lines = new TreeMap<>();
        changes()
                .lines()
                .forEach((file, changed) ->
                        lines.put(repository.resolve("src").relativize(file).toString(), List.copyOf(changed)));

        assertThat(lines)
                .containsOnly(
                        Map.entry("a \"quoted\" \\ tab\tname\u00e9.java", List.of(1)),
                        Map.entry("Windows.java", List.of(2)),
                        Map.entry("Open.java", List.of(2, 3)),
                        Map.entry("Wide.java", List.of(2)),
                        Map.entry("Binary.java", List.of(2)),
                        Map.entry("+++ b/Header.java", List.of(1, 2, 3)),
                        // The submodule is new, and all in it.
                        Map.entry("../module/Inner.java", List.of(1)));
    }

    @Test
    void readsADamagedDiffOrSaysSo() throws Exception {
        write("src/Till.java", "1\nTWO\n3\n4\n5\n6\n7\n8\n+++ b/NotAHeader.java\n10\n11");
        write("src/Cellar.java", "a\nc\n");
        git("mv", "src/Cellar.java", "src/Basement.java");
        write("src/Attic.java", "x\ny\n");
        commit();
        String diff = git.git("diff", "-M", "--no-color", "--text", "--patch", "--unified=0", "main", "--");
        Map<String, NavigableSet<Integer>> right = Diff.parse(diff);
        assertThat(right.keySet()).containsExactly("src/Attic.java", "src/Basement.java", "src/Till.java");
        assertThat(right.get("src/Till.java")).containsExactly(2, 9, 11);
        int refused = 0;
        for (int length = 1; length < diff.length(); length++) {
            try {
                // Cut between two lines and outside of a hunk: git's exit code says so, and what is there is whole.
                Map<String, NavigableSet<Integer>> read = Diff.parse(diff.substring(0, length));
                assertThat(diff.charAt(length - 1)).isEqualTo('\n');
                read.forEach((path, lines) -> assertThat(right.get(path)).containsAll(lines));
            } catch (ChangesUnknown said) {
                assertThat(said).hasMessageStartingWith("Cannot determine what changed");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(diff.length() * 9 / 10);
    }

    @Test
    void refusesADiffThatLacksAHunk() throws Exception {
        String file = "diff --git a/A.java b/A.java\n--- a/A.java\n+++ b/A.java\n";
        String grown = "@@ -0,0 +1,2 @@\n+one\n+two\n";
        String later = "@@ -9 +11 @@\n-nine\n+NINE\n";

        assertThat(Diff.parse(file + grown + later).get("A.java")).containsExactly(1, 2, 11);
        assertThatThrownBy(() -> Diff.parse(file + later)).isInstanceOf(ChangesUnknown.class);
    }
}

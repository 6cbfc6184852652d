package dev.andon.internal.evidence.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesFinderTest {

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
        return ChangesFinder.find(repository, "main", Map.of());
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

        assertThatThrownBy(() -> ChangesFinder.find(clone, "origin/main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("too shallow", "git fetch --deepen", "git fetch --unshallow");
    }

    @Test
    void findsTheBranchToCompareWith() throws Exception {
        Path clone = folder.resolve("clone");
        git("clone", "-q", "file://" + repository, clone.toString());

        assertThat(ChangesFinder.find(clone, "", Map.of()).since()).isEqualTo("origin/change");
        assertThat(ChangesFinder.find(clone, "", Map.of("GITHUB_BASE_REF", "main"))
                        .since())
                .isEqualTo("origin/main");
        assertThat(ChangesFinder.find(clone, "", Map.of("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main"))
                        .since())
                .isEqualTo("origin/main");
        assertThatThrownBy(() -> ChangesFinder.find(clone, "", Map.of("CHANGE_TARGET", "gone")))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("since origin/gone", "git fetch origin gone");
        assertThatThrownBy(() -> ChangesFinder.find(repository, "", Map.of()))
                .hasMessageContainingAll("names the branch to compare with", "since = \"origin/main\"");
    }

    @Test
    void saysThatThereIsNoGit() throws Exception {
        Path bare = Files.createDirectory(folder.resolve("bare"));

        assertThatThrownBy(() -> ChangesFinder.find(bare, "main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("is in no git work tree", "@RequireChangedLines");
    }

    @Test
    void readsADamagedDiffOrSaysSo() throws Exception {
        String diff = "diff --git a/A.java b/A.java\n--- a/A.java\n+++ b/A.java\n@@ -1,2 +1,3 @@ class A\n-x\n-y\n+a\n"
                + "+++ b/NotAHeader.java\n+c\n\\ No newline at end of file\n";
        assertThat(Diff.parse(diff)).containsOnlyKeys("A.java");
        assertThat(Diff.parse(diff).get("A.java")).containsExactly(1, 2, 3);
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder mutant = new StringBuilder(diff);
            if (random.nextBoolean()) {
                mutant.setLength(random.nextInt(diff.length()));
            } else {
                mutant.setCharAt(random.nextInt(diff.length()), (char) (32 + random.nextInt(96)));
            }
            try {
                Diff.parse(mutant.toString());
            } catch (ChangesUnknown said) {
                assertThat(said).hasMessageStartingWith("Nobody can tell what changed");
            }
        }
    }
}

package dev.andon.internal.evidence.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shapes of repositories in which people and CI work: the changes are the same as git itself reports them. */
class OrdinaryRepositoriesIT {
    @TempDir
    Path folder;

    private Repository git;

    @BeforeEach
    void commitTwoFiles() throws IOException {
        git = Repository.in(folder.resolve("project"))
                .write("src/Till.java", "one\ntwo\nthree\n")
                .write("src/Desk.java", "a\nb\n")
                .commit();
        git.git("checkout", "-q", "-b", "change");
    }

    private static Changes changes(Path in) throws ChangesUnknown {
        return ChangesFinder.find(List.of(in), "main", Map.of());
    }

    private static void edit(Path root) throws IOException {
        Files.writeString(root.resolve("src/Till.java"), "one\nTWO\nthree\n");
    }

    @Test
    void aWorkTreeOfItsOwn() throws Exception {
        Path other = folder.resolve("other");
        git.git("worktree", "add", "-q", other.toString(), "-b", "third", "main");
        edit(other);

        Path root = other.toRealPath();
        assertThat(changes(other.resolve("src")).lines()).containsOnlyKeys(root.resolve("src/Till.java"));
        assertThat(changes(other).lines().get(root.resolve("src/Till.java"))).containsExactly(2);
        assertThat(changes(git.folder()).lines()).isEmpty();
    }

    @Test
    void aSubmodule() throws Exception {
        Repository outer =
                Repository.in(folder.resolve("outer")).write("README", "x").commit();
        outer.git("submodule", "--quiet", "add", "-b", "main", git.folder().toString(), "inner");
        Path inner = outer.path("inner");
        edit(inner);

        assertThat(ChangesFinder.find(List.of(inner), "origin/main", Map.of())
                        .lines()
                        .get(inner.resolve("src/Till.java")))
                .containsExactly(2);
    }

    @Test
    void aShallowCloneThatHoldsTheMergeBase() throws Exception {
        Path clone = folder.resolve("clone");
        git.git("clone", "-q", "--depth=1", "file://" + git.folder(), clone.toString());
        edit(clone);

        assertThat(ChangesFinder.find(List.of(clone), "HEAD", Map.of()).lines().values())
                .singleElement()
                .satisfies(lines -> assertThat(lines).containsExactly(2));
    }

    @Test
    void aCloneThatSharesObjectsByARelativePath() throws Exception {
        Path clone = folder.resolve("clone");
        git.git("clone", "-q", "--shared", git.folder().toString(), clone.toString());
        Files.writeString(clone.resolve(".git/objects/info/alternates"), "../../../project/.git/objects\n");
        edit(clone);

        assertThat(ChangesFinder.find(List.of(clone), "origin/main", Map.of())
                        .lines()
                        .values())
                .singleElement()
                .satisfies(lines -> assertThat(lines).containsExactly(2));
    }

    @Test
    void packedRefsAndABranchThatRefersToAnother() throws Exception {
        Path clone = folder.resolve("clone");
        git.git("clone", "-q", "file://" + git.folder(), clone.toString());
        new ProcessBuilder("git", "pack-refs", "--all")
                .directory(clone.toFile())
                .start()
                .waitFor();
        edit(clone);

        Changes changes = ChangesFinder.find(List.of(clone), "", Map.of());

        assertThat(changes.since()).isEqualTo("origin/change");
        assertThat(changes.lines()).hasSize(1);
    }

    @Test
    void anIndexInTwoParts() throws Exception {
        git.git("update-index", "--split-index");
        git.write("src/New.java", "x\n");
        git.git("add", "src/New.java");
        edit(git.folder());

        assertThat(changes(git.folder()).lines()).containsOnlyKeys(git.path("src/Till.java"), git.path("src/New.java"));
    }

    @Test
    void aSparseCheckout() throws Exception {
        git.write("other/Gone.java", "x\ny\n").commit();
        git.git("branch", "-f", "main");
        git.git("sparse-checkout", "set", "--cone", "--sparse-index", "src");
        assertThat(git.path("other/Gone.java")).doesNotExist();
        edit(git.folder());

        assertThat(changes(git.folder()).lines()).containsOnlyKeys(git.path("src/Till.java"));
    }

    @Test
    void lineEndsThatGitConverts() throws Exception {
        git.git("config", "core.autocrlf", "true");
        Files.writeString(git.path("src/Till.java"), "one\r\nTWO\r\nthree\r\n");
        Files.writeString(git.path("src/Desk.java"), "a\r\nb\r\n");

        assertThat(changes(git.folder()).lines()).containsOnlyKeys(git.path("src/Till.java"));
        assertThat(changes(git.folder()).lines().get(git.path("src/Till.java"))).containsExactly(2);
    }

    @Test
    void modesThatGitIgnoresAndFilesThatItExcludes() throws Exception {
        Files.writeString(git.path(".git/info/exclude"), "Local.java\n");
        git.write(".gitignore", "Ignored.java\n")
                .write("Local.java", "x\n")
                .write("Ignored.java", "x\n")
                .write("Seen.java", "x\n");

        assertThat(changes(git.folder()).lines()).containsOnlyKeys(git.path("Seen.java"));
    }

    @Test
    void aChangeWithinTheSecondOfTheCommit() throws Exception {
        for (int i = 0; i < 5; i++) {
            git.write("src/Till.java", "one\ntw" + i + "\nthree\n");
            git.git("add", "-A");
            git.write("src/Till.java", "one\ntx" + i + "\nthree\n");

            assertThat(changes(git.folder()).lines().get(git.path("src/Till.java")))
                    .containsExactly(2);
            git.git("commit", "-q", "-a", "-m", "step");
            git.git("branch", "-f", "main");
        }
    }

    @Test
    void longerObjectNames() throws Exception {
        Path other = Files.createDirectory(folder.resolve("sha256"));
        new ProcessBuilder("git", "init", "-q", "--object-format=sha256", "-b", "main")
                .directory(other.toFile())
                .start()
                .waitFor();
        Repository.in(other).write("src/Till.java", "one\n").commit();
        Files.writeString(other.resolve("src/Till.java"), "ONE\n");

        assertThat(changes(other).lines()).hasSize(1);
    }

    @Test
    void refsInAFormatThatIsNotSupported() throws Exception {
        Files.createDirectory(git.path(".git/reftable"));

        assertThatThrownBy(() -> changes(git.folder()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("reftable", "git refs migrate");
    }
}

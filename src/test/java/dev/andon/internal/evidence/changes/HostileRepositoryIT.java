package dev.andon.internal.evidence.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.testing.NamedPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Repositories whose settings name programs: each program would leave a marker. Where plain git runs the program, the test
 * shows that first.
 */
@DisabledOnOs(OS.WINDOWS)
class HostileRepositoryIT {
    @TempDir
    Path folder;

    private Repository git;
    private Path marker;
    private String program;

    @BeforeEach
    void commitAFile() throws IOException {
        git = Repository.in(folder.resolve("project"))
                .write("src/Till.java", "one\ntwo\n")
                .commit();
        git.git("checkout", "-q", "-b", "change");
        git.write("src/Till.java", "one\nTWO\n");
        marker = folder.resolve("marker");
        Path script = folder.resolve("program.sh");
        Files.writeString(script, "#!/bin/sh\ntouch '" + marker + "'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        program = script.toString();
    }

    private void assertSeesTheChangeAndRunsNothing() throws ChangesUnknown {
        Changes changes = ChangesFinder.find(List.of(git.folder()), "main", Map.of());
        assertThat(marker).doesNotExist();
        assertThat(changes.lines().get(git.path("src/Till.java"))).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "core.fsmonitor, '', diff main",
        "filter.evil.clean, filter=evil, diff main",
        "filter.evil.process, filter=evil, diff main",
        "diff.evil.command, diff=evil, diff main",
        "diff.evil.textconv, diff=evil, diff main",
        "diff.external, '', diff main",
        "core.pager, '', -p diff main",
        "pager.diff, '', -p diff main",
        "alias.diff, '', ''",
        "core.sshCommand, '', ''",
        "credential.helper, '', ''",
        "core.askPass, '', ''",
        "core.gitProxy, '', ''",
        "gpg.program, '', ''",
        "interactive.diffFilter, '', ''"
    })
    void programsThatSettingsNameDoNotRun(String key, String attribute, String plain) throws Exception {
        if (!attribute.isEmpty()) {
            git.write(".gitattributes", "*.java " + attribute + "\n");
        }
        git.git("config", key, program);
        if (plain.startsWith("diff")) {
            runPlain(plain);
            assertThat(marker).as("plain git runs it").exists();
            Files.delete(marker);
        }

        assertSeesTheChangeAndRunsNothing();
    }

    private void runPlain(String arguments) {
        try {
            git.git(arguments.split(" "));
        } catch (IOException failed) {
            // It ran all the same.
        }
    }

    @Test
    void attributesBesideTheRepositoryAndIncludedSettingsDoNotRunAnything() throws Exception {
        Files.writeString(git.path(".git/info/attributes"), "*.java filter=evil diff=evil\n");
        Files.writeString(
                git.path(".git/more"),
                "[filter \"evil\"]\nclean = " + program + "\n[diff \"evil\"]\ntextconv = " + program
                        + "\n[core]\nfsmonitor = " + program + "\n");
        git.git("config", "include.path", "more");
        git.git("config", "includeIf.gitdir:/.path", "more");
        runPlain("diff main");
        assertThat(marker).as("plain git runs it").exists();
        Files.delete(marker);

        assertSeesTheChangeAndRunsNothing();
    }

    @Test
    void settingsOfAWorkTreeDoNotRunAnything() throws Exception {
        git.git("config", "extensions.worktreeConfig", "true");
        git.git("config", "--worktree", "core.fsmonitor", program);
        runPlain("diff main");
        assertThat(marker).as("plain git runs it").exists();
        Files.delete(marker);

        assertSeesTheChangeAndRunsNothing();
    }

    @Test
    void hooksDoNotRun() throws Exception {
        Path hooks = Files.createDirectories(git.path(".git/hooks"));
        for (String hook : new String[] {
            "post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout", "pre-auto-gc"
        }) {
            Files.copy(Path.of(program), hooks.resolve(hook));
        }
        git.git("config", "core.hooksPath", hooks.toString());
        git.git("config", "core.fsmonitorHookVersion", "1");
        git.git("config", "core.fsmonitor", hooks.resolve("fsmonitor-watchman").toString());

        assertSeesTheChangeAndRunsNothing();
    }

    @Test
    void repositoriesWithinTheWorkTreeRunNothing() throws Exception {
        Repository nested =
                Repository.in(git.path("nested")).write("A.txt", "x\n").commit();
        nested.git("config", "core.fsmonitor", program);
        Repository module =
                Repository.in(folder.resolve("other")).write("B.java", "x\n").commit();
        git.git("submodule", "--quiet", "add", module.folder().toString(), "module");
        new ProcessBuilder("git", "config", "core.fsmonitor", program)
                .directory(git.path("module").toFile())
                .start()
                .waitFor();
        Path bare = Files.createDirectories(git.path("bare"));
        new ProcessBuilder("git", "init", "-q", "--bare", ".")
                .directory(bare.toFile())
                .start()
                .waitFor();
        Files.writeString(
                bare.resolve("config"),
                "[core]\nbare = false\nworktree = " + git.folder() + "\nfsmonitor = " + program + "\n");

        assertThat(ChangesFinder.find(List.of(bare), "main", Map.of()).roots()).startsWith(git.folder());
        assertSeesTheChangeAndRunsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output=%s", "--upload-pack=touch %s", "-O%s", "main --output=%s", "@{-1}", "main:src"})
    void whatToCompareWithIsNoOption(String since) {
        assertThatThrownBy(() -> ChangesFinder.find(List.of(git.folder()), since.formatted(marker), Map.of()))
                .isInstanceOf(ChangesUnknown.class);
        assertThat(marker).doesNotExist();
    }

    @Test
    void missingObjectsAreNotFetched() throws Exception {
        Path blob = object(git.git("rev-parse", "main:src/Till.java").strip());
        Files.delete(blob);
        git.git("config", "remote.evil.url", "ext::" + program);
        git.git("config", "remote.evil.promisor", "true");
        git.git("config", "remote.evil.partialCloneFilter", "blob:none");
        git.git("config", "protocol.ext.allow", "always");
        git.git("config", "extensions.partialClone", "evil");
        git.git("config", "core.repositoryFormatVersion", "1");
        runPlain("diff main");
        assertThat(marker).as("plain git runs it").exists();
        Files.delete(marker);

        assertThatThrownBy(() -> ChangesFinder.find(List.of(git.folder()), "main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("partial clone", "without --filter");
        assertThat(marker).doesNotExist();
    }

    private Path object(String id) {
        return git.path(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
    }

    @ParameterizedTest
    @CsvSource({
        ".git/HEAD",
        ".git/config",
        ".git/packed-refs",
        ".git/index",
        ".git/objects/pack/pack-1.pack",
        ".gitignore",
        "src/.gitattributes",
        "src/Pipe.java"
    })
    @Timeout(30)
    void pipesDoNotHoldItUp(String path) throws Exception {
        NamedPipe.at(git.path(path));

        Instant start = Instant.now();
        try {
            assertThat(ChangesFinder.find(List.of(git.folder()), "main", Map.of())
                            .lines())
                    .containsOnlyKeys(git.path("src/Till.java"));
        } catch (ChangesUnknown said) {
            assertThat(said).hasMessageStartingWith("Cannot determine what changed");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Timeout(30)
    void aLinkToADeviceIsNoSource() throws Exception {
        Files.createSymbolicLink(git.path("src/Endless.java"), Path.of("/dev/zero"));

        assertThatThrownBy(() -> ChangesFinder.find(List.of(git.folder()), "main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("Endless.java", "only regular files are read");
    }

    @Test
    void aCommitThatReplacesAnotherHidesNoChange() throws Exception {
        git.commit();
        git.git(
                "replace",
                git.git("rev-parse", "main").strip(),
                git.git("rev-parse", "HEAD").strip());
        assertThat(git.git("diff", "main")).as("plain git sees no change").isEmpty();

        assertSeesTheChangeAndRunsNothing();
    }

    @Test
    void moreStoresOfObjectsThanAnyoneHasAreSaid() throws Exception {
        Files.writeString(git.path(".git/objects/info/alternates"), "/nowhere\n".repeat(200_000));

        assertThatThrownBy(() -> ChangesFinder.find(List.of(git.folder()), "main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContaining("more than 100 stores of objects");
    }

    @Test
    @Timeout(30)
    void gitThatDoesNotEndIsStopped() throws Exception {
        Path slow = folder.resolve("git");
        Files.writeString(slow, "#!/bin/sh\nsleep 60 &\necho $! > pid\nwait\n");
        assertThat(slow.toFile().setExecutable(true)).isTrue();
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        GitCommand command = new GitCommand(slow, scratch, Duration.ofSeconds(2));

        assertThatThrownBy(() -> command.run(Map.of(), List.of("diff")))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("git diff", "did not end within 2 s");
        long child = Long.parseLong(Files.readString(scratch.resolve("pid")).strip());
        assertThat(ProcessHandle.of(child)
                        .map(process ->
                                process.onExit().orTimeout(10, TimeUnit.SECONDS).join())
                        .filter(ProcessHandle::isAlive))
                .as("what it had started")
                .isEmpty();
    }

    @Test
    void nothingInTheRepositoryChanges() throws Exception {
        git.write("src/Fresh.java", "x\n");
        Map<Path, String> before = Snapshots.of(git.folder());

        assertSeesTheChangeAndRunsNothing();

        assertThat(Snapshots.of(git.folder())).isEqualTo(before);
    }

    @Test
    void theFolderOfOursIsGoneAfterwards() throws Exception {
        Path scratch;
        try (Git asked = Git.of(git.folder())) {
            scratch = Path.of(asked.require("rev-parse", "--absolute-git-dir").strip());
            assertThat(scratch).exists();
        }
        assertThat(scratch.getParent()).doesNotExist();
    }
}

package dev.andon.internal.evidence.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.andon.internal.discover.Module;
import dev.andon.internal.evidence.changes.ChangedSource.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that a build compiles from elsewhere than its modules' folders: none of them is dropped. */
class ChangesOutsideOfModulesIT {
    private static final String TEXT = "package com.acme;\nclass X {\n}\n";

    @TempDir
    Path folder;

    private Repository git;

    @BeforeEach
    void commitAModule() throws Exception {
        git = Repository.in(folder.resolve("all"))
                .write(".gitignore", "ignored/\ntarget/\n")
                .write("pom.xml", "<project/>")
                .write("till/pom.xml", "<project/>")
                .write("till/src/main/java/com/acme/Till.java", TEXT)
                .commit();
        git.git("checkout", "-q", "-b", "change");
    }

    private Changes changes(String... modules) throws ChangesUnknown {
        return ChangesFinder.find(List.of(modules).stream().map(git::path).toList(), "main", Map.of());
    }

    private Map<String, Place> places(String... modules) throws ChangesUnknown {
        List<Module> all = List.of(modules).stream()
                .map(name -> new Module(name, git.path(name), git.path(name).resolve("target"), List.of()))
                .toList();
        Map<String, Place> places = new LinkedHashMap<>();
        ChangedSource.of(changes(modules), all)
                .forEach(source ->
                        places.put(git.folder().relativize(source.file()).toString(), source.place()));
        return places;
    }

    @Test
    void everyChangedFileHasAPlace() throws Exception {
        git.write("till/src/main/java/com/acme/testing/Till.java", TEXT)
                .write("till/src/gen/com/acme/Made.java", TEXT)
                .write("till/src/test/java/com/acme/TillTest.java", TEXT)
                .write("till/src/main/resources/Template.java", TEXT)
                .write("shared/com/acme/Shared.java", TEXT)
                .write("shared-tests/com/acme/Helper.java", TEXT)
                .write("warehouse/pom.xml", "<project/>")
                .write("warehouse/src/main/java/com/acme/Stock.java", TEXT)
                .write("till/example/build.gradle.kts", "")
                .write("till/example/src/Example.java", TEXT)
                .write("till/target/generated-sources/Built.java", TEXT);

        assertThat(places("till"))
                .containsOnly(
                        entry("till/src/main/java/com/acme/testing/Till.java", Place.PRODUCTION),
                        entry("till/src/gen/com/acme/Made.java", Place.ANYWHERE),
                        entry("till/src/test/java/com/acme/TillTest.java", Place.UNLIKELY),
                        entry("till/src/main/resources/Template.java", Place.UNLIKELY),
                        entry("shared/com/acme/Shared.java", Place.ANYWHERE),
                        entry("shared-tests/com/acme/Helper.java", Place.UNLIKELY),
                        entry("warehouse/src/main/java/com/acme/Stock.java", Place.OTHER_MODULE),
                        entry("till/example/src/Example.java", Place.OTHER_MODULE));
    }

    @Test
    void aSubmoduleIsComparedWithTheCommitThatItWasAt() throws Exception {
        Repository library = Repository.in(folder.resolve("library"))
                .write("src/Lib.java", "1\n2\n3\n")
                .write("src/Same.java", "1\n")
                .commit();
        git.git("checkout", "-q", "main");
        git.git("submodule", "--quiet", "add", "-b", "main", library.folder().toString(), "lib");
        git.commit();
        git.git("checkout", "-q", "-B", "change");
        assertThat(changes("till").lines()).isEmpty();

        Path lib = git.path("lib");
        Files.writeString(lib.resolve("src/Lib.java"), "1\nTWO\n3\n");
        Files.writeString(lib.resolve("src/New.java"), "1\n");
        Changes changes = changes("till");
        assertThat(changes.lines()).containsOnlyKeys(lib.resolve("src/Lib.java"), lib.resolve("src/New.java"));
        assertThat(changes.lines().get(lib.resolve("src/Lib.java"))).containsExactly(2);
        assertThat(changes.newFiles()).containsExactly(lib.resolve("src/New.java"));

        library.write("src/Lib.java", "1\n2\nTHREE\n").commit();
        git.git("-C", "lib", "checkout", "-q", "--", "src/Lib.java");
        git.git("-C", "lib", "pull", "-q");
        git.commit();
        assertThat(changes("till").lines().get(lib.resolve("src/Lib.java")))
                .as("committed in the submodule, and its commit in the outer repository")
                .containsExactly(3);
    }

    @Test
    void aModuleInARepositoryOfItsOwnIsComparedThere() throws Exception {
        Repository other = Repository.in(git.path("other"))
                .write("pom.xml", "<project/>")
                .write("src/main/java/com/acme/Other.java", TEXT)
                .commit();
        other.git("checkout", "-q", "-b", "change");
        other.write("src/main/java/com/acme/Other.java", TEXT + "\n");

        assertThat(places("till", "other"))
                .containsExactly(entry("other/src/main/java/com/acme/Other.java", Place.PRODUCTION));
    }

    @Test
    void aRepositoryInTheWorkTreeThatNobodyKnowsMakesItUnknown() throws Exception {
        Repository.in(git.path("ignored/tool")).write("Tool.java", TEXT).commit();
        Repository.in(git.path("notes")).write("notes.md", "x").commit();
        assertThat(changes("till").lines()).isEmpty();

        Repository.in(git.path("extra")).write("src/Extra.java", TEXT).commit();
        assertThatThrownBy(() -> changes("till"))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContainingAll("extra", "repository of its own", ".gitignore");
    }

    @Test
    void aLinkThatLeadsElsewhereChangesAllThatItLeadsTo() throws Exception {
        git.git("checkout", "-q", "main");
        git.write("old/Shared.java", TEXT).write("new/Shared.java", TEXT + "\n");
        Files.createSymbolicLink(git.path("till/src/link"), Path.of("../../old"));
        Files.createSymbolicLink(git.path("till/src/One.java"), Path.of("../../old/Shared.java"));
        git.commit();
        git.git("checkout", "-q", "-B", "change");
        assertThat(changes("till").lines()).isEmpty();

        Files.delete(git.path("till/src/link"));
        Files.createSymbolicLink(git.path("till/src/link"), Path.of("../../new"));
        Files.delete(git.path("till/src/One.java"));
        Files.createSymbolicLink(git.path("till/src/One.java"), Path.of("../../new/Shared.java"));

        Changes changes = changes("till");
        assertThat(changes.lines().get(git.path("new/Shared.java"))).containsExactly(1, 2, 3, 4);
        assertThat(changes.lines().get(git.path("till/src/One.java"))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aSourceRootBehindALinkIsSeenWhereItIs() throws Exception {
        git.write("shared/com/acme/Shared.java", TEXT);
        Files.createSymbolicLink(git.path("till/src/shared"), Path.of("../../shared"));

        assertThat(places("till")).containsExactly(entry("shared/com/acme/Shared.java", Place.ANYWHERE));
    }

    @Test
    void withoutARemoteItDoesNotAdviseToFetch() {
        assertThatThrownBy(() -> ChangesFinder.find(List.of(git.folder()), "origin/main", Map.of()))
                .isInstanceOf(ChangesUnknown.class)
                .hasMessageContaining("has no remote")
                .hasMessageNotContaining("git fetch");
    }
}

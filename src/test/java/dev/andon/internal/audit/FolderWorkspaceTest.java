package dev.andon.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import dev.andon.internal.judge.Misuse;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWorkspaceTest {

    @TempDir
    Path project;

    @Test
    void findsNestedMavenModulesByArtifactId() throws IOException {
        file("pom.xml", "<project><artifactId>all</artifactId></project>");
        file("a/pom.xml", "<project><artifactId>shop-core</artifactId></project>");
        file("a/b/pom.xml", "<project><artifactId>shop-tests</artifactId></project>");
        compiled("a/target/classes");
        compiled("a/target/generated-classes");
        compiled("a/b/target/test-classes");

        var modules = FolderWorkspace.of(project).workspace().modules();

        assertThat(modules).extracting(Module::name).containsExactly("shop-core", "shop-tests");
        assertThat(modules.get(0).roots())
                .containsExactly(new ClassRoot(project.resolve("a/target/classes"), "shop-core", false));
        assertThat(modules.get(1).hasTests()).isTrue();
    }

    @Test
    void findsGradleSourceSets() throws IOException {
        file("build.gradle.kts", "");
        compiled("build/classes/kotlin/main");
        compiled("build/classes/java/integrationTest");

        var roots = FolderWorkspace.of(project).workspace().roots();

        assertThat(roots).extracting(ClassRoot::test).containsExactly(true, false);
    }

    @Test
    void refusesWhatIsNotBuilt() throws IOException {
        file("pom.xml", "<project/>");

        assertThatThrownBy(() -> FolderWorkspace.of(project))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("mvn verify");
    }

    @Test
    void refusesWhatIsNoProjectAndNoFolder() {
        assertThatThrownBy(() -> FolderWorkspace.of(project)).hasMessageContaining("holds no pom.xml");
        assertThatThrownBy(() -> FolderWorkspace.of(project.resolve("none"))).hasMessageContaining("is not a folder");
    }

    @Test
    void notesSourcesNewerThanClassesAndModulesNotBuilt() throws IOException {
        file("pom.xml", "<project><artifactId>shop</artifactId></project>");
        compiled("target/classes");
        Path source = file("src/main/java/Shop.java", "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(3600)));
        assertThat(FolderWorkspace.of(project).notes()).isEmpty();

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3600)));
        file("late/pom.xml", "<project><artifactId>late</artifactId></project>");
        file("late/src/main/java/Late.java", "");

        assertThat(FolderWorkspace.of(project).notes())
                .satisfiesExactly(
                        first -> assertThat(first).contains("shop has sources newer"),
                        second -> assertThat(second).contains("late", "not built"));
    }

    private void compiled(String folder) {
        Compiled.into(project.resolve(folder))
                .source("package com.acme; public class Shop {}")
                .compile();
    }

    private Path file(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}

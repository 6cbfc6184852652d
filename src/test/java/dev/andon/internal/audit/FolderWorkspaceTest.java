package dev.andon.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import dev.andon.internal.require.ConfigurationException;
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
        file("pom.xml", "<project><artifactId>all</artifactId><modules><module>a</module></modules></project>");
        file("a/pom.xml", "<project><artifactId>shop-core</artifactId><modules><module>b</module></modules></project>");
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
    void judgesNoFolderThatNoPomNamesAndNotesIt() throws IOException {
        file(
                "pom.xml",
                "<project><artifactId>shop</artifactId><modules><module>core/pom.xml</module></modules></project>");
        file("core/pom.xml", "<project><artifactId>core</artifactId></project>");
        file("examples/demo/pom.xml", "<project><artifactId>demo</artifactId></project>");
        file("examples/late/pom.xml", "<project><artifactId>late</artifactId></project>");
        compiled("core/target/classes");
        compiled("examples/demo/target/classes");

        FolderWorkspace found = FolderWorkspace.of(project);

        assertThat(found.workspace().modules()).extracting(Module::name).containsExactly("core");
        assertThat(found.notes())
                .containsExactly(
                        "no pom names examples/demo as a module of this project: what is built there is not judged");
    }

    @Test
    void judgesModulesOfProfilesWhereTheyAreBuilt() throws IOException {
        file("pom.xml", """
                <project><artifactId>shop</artifactId><modules><module>core</module></modules>
                <profiles><profile><id>it</id><modules><module>it</module><module>load</module></modules></profile></profiles>
                </project>""");
        for (String module : new String[] {"core", "it", "load"}) {
            file(module + "/pom.xml", "<project><artifactId>" + module + "</artifactId></project>");
            file(module + "/src/main/java/Shop.java", "");
        }
        compiled("core/target/classes");
        compiled("it/target/test-classes");

        FolderWorkspace found = FolderWorkspace.of(project);

        assertThat(found.workspace().modules()).extracting(Module::name).containsExactly("core", "it");
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void judgesEachProjectOfAFolderThatIsNone() throws IOException {
        file("one/pom.xml", "<project><artifactId>one</artifactId></project>");
        file("one/examples/pom.xml", "<project><artifactId>examples</artifactId></project>");
        file("two/build.gradle", "");
        compiled("one/target/classes");
        compiled("one/examples/target/classes");
        compiled("two/build/classes/java/main");

        FolderWorkspace found = FolderWorkspace.of(project);

        assertThat(found.workspace().modules()).extracting(Module::name).containsExactly("one", "two");
        assertThat(found.notes()).singleElement().asString().contains("one/examples");
    }

    @Test
    void judgesAllFoldersWhereAPomCannotBeReadAndSaysSo() throws IOException {
        file("pom.xml", "<project><artifactId>shop</artifactId><modules><module>a");
        file("a/pom.xml", "<project><artifactId>a</artifactId></project>");
        compiled("a/target/classes");

        FolderWorkspace found = FolderWorkspace.of(project);

        assertThat(found.workspace().modules()).extracting(Module::name).containsExactly("a");
        assertThat(found.notes()).singleElement().asString().contains("pom.xml cannot be read", "all folders below");
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
                .isInstanceOf(ConfigurationException.class)
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
        file("pom.xml", "<project><artifactId>shop</artifactId><modules><module>late</module></modules></project>");
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

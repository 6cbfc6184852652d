package dev.andon.internal.audit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM of a module whose pom has one test dependency, which brings JUnit's API. */
class TestJvmTest {
    private static final String POM = """
            <project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>shop</artifactId><version>1</version>
            <dependencies>
              <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter-api</artifactId><version>5.13.4</version>
                <scope>test</scope></dependency>
              <dependency><groupId>com.acme</groupId><artifactId>absent</artifactId><version>2</version></dependency>
            </dependencies>
            <build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.6</version><configuration>
              <argLine>@{argLine} -Xmx300m -Dmode="a b"</argLine>
              <systemPropertyVariables><port>0</port></systemPropertyVariables>
              <environmentVariables><REGION>north</REGION></environmentVariables>
              <workingDirectory>src</workingDirectory>
            </configuration></plugin></plugins></build></project>
            """;

    @TempDir
    Path temp;

    private Path shop;
    private Path repository;

    @BeforeEach
    void write() throws IOException {
        shop = Files.createDirectories(temp.resolve("shop"));
        repository = temp.resolve("repository");
        Files.writeString(shop.resolve("pom.xml"), POM);
        library(
                "org.junit.jupiter",
                "junit-jupiter-api",
                "5.13.4",
                "org.junit.platform",
                "junit-platform-commons",
                "1.13.4");
        library("org.junit.platform", "junit-platform-commons", "1.13.4");
        library("org.junit.platform", "junit-platform-launcher", "1.13.4");
        library("org.junit.jupiter", "junit-jupiter-engine", "5.13.4");
    }

    private void library(String group, String artifact, String version, String... dependency) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version));
        String on = dependency.length == 0
                ? ""
                : "<dependencies><dependency><groupId>" + dependency[0] + "</groupId><artifactId>" + dependency[1]
                        + "</artifactId><version>" + dependency[2] + "</version></dependency></dependencies>";
        Files.writeString(
                folder.resolve(artifact + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>" + group + "</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version>" + on + "</project>");
        Files.createFile(folder.resolve(artifact + "-" + version + ".jar"));
    }

    private TestJvm jvm() {
        Module module = new Module(
                "shop",
                shop,
                shop.resolve("target"),
                List.of(
                        new ClassRoot(shop.resolve("target/classes"), "shop", false),
                        new ClassRoot(shop.resolve("target/test-classes"), "shop", true)));
        Workspace workspace = new Workspace(List.of(module));
        return MavenModules.of(workspace, shop, new LocalRepository(repository))
                .testJvm(module, workspace, false)
                .orElseThrow();
    }

    @Test
    void its_class_path_has_tests_first_and_the_launcher_in_the_projects_version() {
        assertThat(jvm().classPath())
                .extracting(entry -> entry.getFileName().toString())
                .containsExactly(
                        "test-classes",
                        "classes",
                        "junit-jupiter-api-5.13.4.jar",
                        "junit-platform-commons-1.13.4.jar",
                        "junit-platform-launcher-1.13.4.jar",
                        "junit-jupiter-engine-5.13.4.jar");
        assertThat(jvm().missing()).containsExactly("com.acme:absent:2");
    }

    @Test
    void it_starts_as_the_plugin_starts_it_without_what_only_the_build_knows() {
        assertThat(jvm().arguments()).containsExactly("-Xmx300m");
        assertThat(jvm().properties())
                .containsEntry("mode", "a b")
                .containsEntry("port", "0")
                .containsEntry("basedir", shop.toString());
        assertThat(jvm().environment()).containsEntry("REGION", "north");
        assertThat(jvm().workingFolder()).isEqualTo(shop.resolve("src"));
    }
}

package dev.andon.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.ServiceResult;
import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.testing.BuiltProject;
import dev.andon.testing.Compiled;
import dev.andon.testing.Frameworks;
import dev.andon.testing.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations and supertypes that lie in libraries: known where the local repository has them. */
class LibrariesTest {
    private static final String OWN_STEREOTYPE = """
            package com.acme.web;
            @org.springframework.web.bind.annotation.RestController
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            public @interface Api {}
            """;

    @TempDir
    Path temp;

    private BuiltProject project;
    private Path library;

    @BeforeEach
    void build() {
        library = Compiled.into(temp.resolve("library"))
                .classPath(Frameworks.classes())
                .source(OWN_STEREOTYPE)
                .compile();
        // Beside the project, and not of it: only its jar will tell.
        project = BuiltProject.in(temp.resolve("till"))
                .compiledAgainst(library)
                .main("", """
                package com.acme.till;
                @com.acme.web.Api public class Till { public int total() { return 6; } }
                """)
                .test("", Sources.test("till", "Till"));
    }

    private Report audit() {
        return Audit.of(project.folder(), new LocalRepository(temp.resolve("repository")), false);
    }

    private void install(String artifact, String version, Path classes, String inside) throws IOException {
        Path folder = Files.createDirectories(
                temp.resolve("repository/com/acme").resolve(artifact).resolve(version));
        Files.writeString(folder.resolve(artifact + "-" + version + ".pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>%s</artifactId>
                <version>%s</version>%s</project>""".formatted(artifact, version, inside));
        try (OutputStream out = Files.newOutputStream(folder.resolve(artifact + "-" + version + ".jar"));
                ZipOutputStream jar = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(file));
            }
        }
    }

    private static String dependency(String artifact, String version) {
        return "<dependency><groupId>com.acme</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version></dependency>";
    }

    private static List<String> services(Report report) {
        return report.services().stream().map(ServiceResult::label).toList();
    }

    @Test
    void nothing_fails_where_there_is_no_repository_and_nothing_is_guessed() {
        project.pom("", "<dependencies>" + dependency("web", "1") + "</dependencies>");

        assertThatThrownBy(this::audit)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no service found");
    }

    @Test
    void a_stereotype_of_a_library_makes_a_service() throws IOException {
        install("web", "1", library, "");
        project.pom("", "<dependencies>" + dependency("web", "1") + "</dependencies>");

        assertThat(services(audit())).containsExactly("Till");
    }

    @Test
    void what_a_library_brings_along_is_known_by_the_version_that_the_project_manages() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        install("web", "1", empty, "");
        install("web", "2", library, "");
        install("starter", "1", empty, "<dependencies>" + dependency("web", "1") + "</dependencies>");
        String starter = "<dependencies>" + dependency("starter", "1") + "</dependencies>";

        project.pom("", starter);
        assertThatThrownBy(this::audit).hasMessageContaining("no service found");

        project.pom(
                "",
                "<dependencyManagement><dependencies>" + dependency("web", "2")
                        + "</dependencies></dependencyManagement>" + starter);
        assertThat(services(audit())).containsExactly("Till");

        project.pom("", "<dependencies>" + dependency("starter", "1").replace("</version>", """
                </version><exclusions><exclusion><groupId>com.acme</groupId><artifactId>web</artifactId></exclusion>
                </exclusions>""") + "</dependencies>");
        assertThatThrownBy(this::audit).as("excluded").hasMessageContaining("no service found");
    }

    @Test
    void a_jar_that_cannot_be_opened_is_as_good_as_none() throws IOException {
        install("web", "1", library, "");
        install("broken", "1", library, "");
        Files.writeString(temp.resolve("repository/com/acme/broken/1/broken-1.jar"), "PK");
        Files.writeString(temp.resolve("repository/com/acme/broken/1/broken-1.pom"), "<project>");
        project.pom("", "<dependencies>" + dependency("broken", "1") + dependency("web", "1") + "</dependencies>");

        assertThat(services(audit())).containsExactly("Till");
    }
}

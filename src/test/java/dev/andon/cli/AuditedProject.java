package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.BuiltProject;
import dev.andon.testing.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A project of one tested class, which each test harms in its own way before it is audited. */
abstract class AuditedProject {
    @TempDir
    Path temp;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    BuiltProject project;

    @BeforeEach
    void build() throws IOException {
        project = BuiltProject.tested(temp.resolve("till"), "till", "Till")
                .test("", Sources.test("till", "Till").replace("TillTest", "TillIT"));
    }

    final Path file(String path) throws IOException {
        Path file = project.folder().resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return file;
    }

    final int audit() {
        return audit(temp.resolve("report"));
    }

    final int audit(Path into, String... more) {
        List<String> all =
                new ArrayList<>(List.of("audit", project.folder().toString(), "--verbose", "--out", into.toString()));
        all.addAll(List.of(more));
        String[] arguments = all.toArray(String[]::new);
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        Instant start = Instant.now();
        int code = Main.run(commandLine, arguments);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(out + "" + err).doesNotContain("\tat ");
        assertThat(err.toString().lines().count()).isEqualTo(code == 2 ? 1 : 0);
        return code;
    }
}

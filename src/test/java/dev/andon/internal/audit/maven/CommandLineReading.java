package dev.andon.internal.audit.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what a project adds to Maven's command line, for tests of other packages. */
public final class CommandLineReading {
    private CommandLineReading() {}

    /** Reads the text as each kind of file. */
    public static void read(String text) throws IOException {
        Path project = Files.createTempDirectory("andon-project");
        Path folder = Files.createDirectory(project.resolve(".mvn"));
        try {
            for (String name : List.of("maven.config", "maven-user.properties")) {
                Path file = folder.resolve(name);
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                CommandLineFiles.of(project);
                Files.delete(file);
            }
        } finally {
            Files.delete(folder);
            Files.delete(project);
        }
    }
}

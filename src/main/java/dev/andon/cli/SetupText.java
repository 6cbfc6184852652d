package dev.andon.cli;

import dev.andon.internal.audit.ProjectSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What a project adds to check itself, to read and to copy. */
final class SetupText {
    private SetupText() {}

    /**
     * Returns the lines, after the classes were written where that is wanted.
     *
     * @throws IOException if one cannot be written
     */
    static String of(ProjectSetup setup, Path folder, boolean write) throws IOException {
        String classes = write
                ? setup.write().stream().map(file -> "written: " + file).collect(Collectors.joining("\n"))
                : setup.classes().stream()
                        .map(source -> source.folder().resolve(source.file()) + ":\n\n" + source.text())
                        .collect(Collectors.joining("\n"));
        return "1. The dependency, in each of these modules:\n\n" + dependency(setup.maven()) + "\n"
                + "2. The readiness class:\n\n" + classes + "\n"
                + "3. What is violated today, as known:\n\n"
                + (setup.maven() ? "mvn verify -Dandon.baseline=create" : "ANDON_BASELINE=create ./gradlew check")
                + "\n\nThen commit andon-baseline.txt: from now on only new violations fail."
                + (write ? "" : "\nTo write the class: audit --init --write " + folder);
    }

    private static String dependency(boolean maven) {
        String packaged = Main.class.getPackage().getImplementationVersion();
        String version = packaged == null ? "<version>" : packaged;
        return maven ? """
                <dependency>
                  <groupId>dev.andon</groupId>
                  <artifactId>andon-junit</artifactId>
                  <version>%s</version>
                  <scope>test</scope>
                </dependency>
                """.formatted(version) : "testImplementation(\"dev.andon:andon-junit:" + version + "\")\n";
    }
}

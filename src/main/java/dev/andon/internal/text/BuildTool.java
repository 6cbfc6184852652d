package dev.andon.internal.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Which tool builds a folder, by the files that it looks for. */
public final class BuildTool {
    private BuildTool() {}

    /** Returns whether Maven does. */
    public static boolean maven(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"));
    }

    /** Returns whether Gradle does. */
    public static boolean gradle(Path folder) {
        return Stream.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
                .anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }
}

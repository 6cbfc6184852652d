package dev.andon.internal.canary.record;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the wing writes: {@code target/andon} or {@code build/andon}, or what {@code andon.output} says. */
public final class CanaryFolder {
    private CanaryFolder() {}

    /** Returns the folder. */
    public static Path output() {
        Path base = Path.of(System.getProperty("basedir", System.getProperty("user.dir", ".")));
        String chosen = System.getProperty("andon.output");
        if (chosen != null && !chosen.isBlank()) {
            return base.resolve(chosen);
        }
        boolean gradle = !Files.isDirectory(base.resolve("target")) && Files.isDirectory(base.resolve("build"));
        return base.resolve(gradle ? "build" : "target").resolve("andon");
    }
}

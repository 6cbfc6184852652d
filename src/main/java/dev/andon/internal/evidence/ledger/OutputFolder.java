package dev.andon.internal.evidence.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The folder of the module under test that takes what Andon writes. */
public final class OutputFolder {

    private OutputFolder() {}

    /**
     * {@code target/andon} or {@code build/andon} of the module under test, or what {@code andon.output} says.
     *
     * @param parameter looks up a configuration parameter; null where there is none
     */
    public static Path find(Function<String, @Nullable String> parameter) {
        String basedir = System.getProperty("basedir", System.getProperty("user.dir", "."));
        return find(Path.of(basedir), parameter.apply("andon.output"));
    }

    static Path find(Path module, @Nullable String chosen) {
        if (chosen != null && !chosen.isBlank()) {
            return module.resolve(chosen).toAbsolutePath().normalize();
        }
        boolean maven = Files.exists(module.resolve("pom.xml")) || Files.isDirectory(module.resolve("target"));
        boolean gradle =
                Files.exists(module.resolve("build.gradle")) || Files.exists(module.resolve("build.gradle.kts"));
        String folder = gradle && !maven ? "build" : "target";
        return module.resolve(folder).resolve("andon").toAbsolutePath().normalize();
    }

    /** The folder of ledgers in that folder. */
    public static Path ledger(Path output) {
        return output.resolve("ledger");
    }
}

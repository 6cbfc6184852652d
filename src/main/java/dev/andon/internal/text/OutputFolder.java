package dev.andon.internal.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return find(moduleUnderTest(), chosen(parameter));
    }

    /** Returns what {@code andon.output} or its environment variable says; null where neither is set. */
    public static @Nullable String chosen(Function<String, @Nullable String> parameter) {
        return AndonVariables.or(parameter.apply("andon.output"), "andon.output");
    }

    /** Returns the folder of the module whose tests this JVM runs. */
    public static Path moduleUnderTest() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir", ".")))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Where the JVMs of any module of the build may have written: what lies below the configured module there lies below
     * the other module here.
     *
     * @param module its folder
     * @param configured the folder of the module whose configuration is known
     * @param chosen what {@code andon.output} says in that configuration; null where nothing
     */
    public static List<Path> ofModule(Path module, Path configured, @Nullable String chosen) {
        Path usual = find(module, null);
        if (chosen == null || chosen.isBlank()) {
            return List.of(usual);
        }
        Path there = find(configured, chosen);
        Path here = there.startsWith(configured) ? module.resolve(configured.relativize(there)) : there;
        return Stream.of(here.toAbsolutePath().normalize(), there, usual)
                .distinct()
                .toList();
    }

    /** Returns the folder of a module, given what {@code andon.output} says; null where nothing. */
    public static Path find(Path module, @Nullable String chosen) {
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

package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings of the test frameworks, which are among the test resources of a module. */
public final class TestSettings {

    private static final Set<String> FILES = Frameworks.union(Framework::settingsFiles);

    private TestSettings() {}

    /** Returns the settings for the tests of a folder; empty where there are none, or they cannot be read. */
    public static Map<String, String> of(ClassRoot root) {
        Map<String, String> settings = new HashMap<>();
        for (String file : FILES) {
            folders(root.path())
                    .map(folder -> folder.resolve(file))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(found -> settings.putAll(read(found)));
        }
        return Map.copyOf(settings);
    }

    /** Maven copies resources beside the classes; Gradle keeps them in {@code build/resources/test}. */
    static Stream<Path> folders(Path classes) {
        Optional<Path> apart = ClassFolder.of(classes)
                .map(folder ->
                        folder.output().resolve("resources").resolve(classes.getName(classes.getNameCount() - 1)));
        return Stream.concat(Stream.of(classes), apart.stream());
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (InputStream in = InputFile.open(file, InputFile.LARGEST)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            // The framework could not read the file either, so nothing was set by it.
            return Map.of();
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}

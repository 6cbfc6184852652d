package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds the folder that Andon wrote to when a module's tests ran, as far as the module's files state it. */
final class AndonOutput {
    private static final String KEY = "andon.output";

    private AndonOutput() {}

    static List<Path> of(Module module, MavenModules poms) {
        String chosen = poms.parameter(module, KEY);
        return OutputFolder.ofModule(module.base(), module.base(), chosen == null ? chosen(module) : chosen);
    }

    private static @Nullable String chosen(Module module) {
        for (ClassRoot root : module.roots()) {
            Path file = root.path().resolve("junit-platform.properties");
            if (root.test() && Files.isRegularFile(file)) {
                Properties properties = new Properties();
                try (InputStream in = Files.newInputStream(file)) {
                    properties.load(in);
                } catch (IOException | IllegalArgumentException unreadable) {
                    // JUnit could not read the file either, so no folder was set by it.
                    continue;
                }
                if (properties.containsKey(KEY)) {
                    return properties.getProperty(KEY);
                }
            }
        }
        return null;
    }
}

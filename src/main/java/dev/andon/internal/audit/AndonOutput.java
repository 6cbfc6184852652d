package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestSettings;
import dev.andon.internal.text.OutputFolder;
import java.nio.file.Path;
import java.util.List;
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
            String chosen = root.test() ? TestSettings.of(root).get(KEY) : null;
            if (chosen != null) {
                return chosen;
            }
        }
        return null;
    }
}

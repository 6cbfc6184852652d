package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import java.nio.file.Path;
import java.util.List;

/**
 * The part of the file system that one build compiles: where classes, ledgers and reports lie.
 *
 * @param modules its modules
 */
public record Workspace(List<Module> modules) {

    /** Returns the class folders of all modules. */
    public List<ClassRoot> roots() {
        return modules.stream().flatMap(module -> module.roots().stream()).toList();
    }

    /** Returns the folders below the modules' output that may be there. */
    public List<Path> outputs(String... folder) {
        return modules.stream()
                .map(module -> module.output().resolve(Path.of("", folder)))
                .toList();
    }
}

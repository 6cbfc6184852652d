package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import java.util.List;

/**
 * The folders of one build: classes, ledgers and reports.
 *
 * @param modules its modules
 */
public record Workspace(List<Module> modules) {

    /** Returns the class folders of all modules. */
    public List<ClassRoot> roots() {
        return modules.stream().flatMap(module -> module.roots().stream()).toList();
    }
}

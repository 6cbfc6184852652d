package dev.andon.internal.assess;

import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.coverage.LoadedFrom;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds from which module the tests of a module load a class: from their own, else from the first on their class path. */
final class LoadingModule implements LoadedFrom {
    private final Workspace workspace;
    private final Inventory inventory;
    private final Function<String, Set<String>> classPath;
    private final Function<String, Set<String>> dependencies;

    /**
     * Prepares to find it.
     *
     * @param classPath the modules on the class path of a module, in its order; empty where that is not known
     * @param dependencies the modules that a module's code uses, in no order
     */
    LoadingModule(
            Workspace workspace,
            Inventory inventory,
            Function<String, Set<String>> classPath,
            Function<String, Set<String>> dependencies) {
        this.workspace = workspace;
        this.inventory = inventory;
        this.classPath = classPath;
        this.dependencies = dependencies;
    }

    @Override
    public Optional<String> module(Path execFile, Set<String> testClasses, Set<String> holders) {
        return tested(execFile, testClasses).flatMap(module -> only(candidates(module, holders)));
    }

    /** The modules from which the tests of a module may load a class that others hold; several where that is unknown. */
    List<String> candidates(String module, Set<String> holders) {
        if (holders.contains(module)) {
            return List.of(module);
        }
        Optional<String> first =
                classPath.apply(module).stream().filter(holders::contains).findFirst();
        return first.map(List::of).orElseGet(() -> dependencies.apply(module).stream()
                .filter(holders::contains)
                .sorted()
                .toList());
    }

    /** Several modules may write to one file: the test classes tell more than its place. */
    private Optional<String> tested(Path execFile, Set<String> testClasses) {
        List<String> ofTests = inventory.testClasses().stream()
                .filter(test -> testClasses.contains(test.name()))
                .map(TestClass::module)
                .distinct()
                .toList();
        return ofTests.isEmpty()
                ? only(workspace.modules().stream()
                        .filter(module -> execFile.startsWith(module.output().toAbsolutePath()))
                        .map(Module::name)
                        .toList())
                : only(ofTests);
    }

    private static Optional<String> only(List<String> modules) {
        return modules.size() == 1 ? Optional.of(modules.get(0)) : Optional.empty();
    }
}

package dev.andon.internal.audit;

import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.text.BuildTool;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks whether any test left a result: in a project that was only compiled, no test has run. */
final class TestResultCheck {
    private TestResultCheck() {}

    static Optional<String> note(Path base, Workspace workspace, Function<Module, List<Path>> outputs) {
        boolean none = workspace.modules().stream().anyMatch(Module::hasTests)
                && workspace.modules().stream().noneMatch(module -> any(module, outputs.apply(module)));
        if (!none) {
            return Optional.empty();
        }
        String command = BuildTool.maven(base) || !BuildTool.gradle(base) ? "mvn verify" : "gradle check";
        return Optional.of(
                "no test result in " + base.getFileName() + ": run `" + command + "` in it, then audit it again");
    }

    private static boolean any(Module module, List<Path> outputs) {
        return outputs.stream().anyMatch(output -> has(OutputFolder.ledger(output), ".jsonl"))
                || Stream.of(module.output(), module.output().resolve("test-results"))
                        .flatMap(TestResultCheck::folders)
                        .anyMatch(folder -> has(folder, ".xml"));
    }

    private static Stream<Path> folders(Path parent) {
        try {
            return FolderWorkspace.folders(parent).stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static boolean has(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(ending));
        } catch (IOException unreadable) {
            return false;
        }
    }
}

package dev.andon.internal.assess;

import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.canaries.RepositoryRoot;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.judge.ReportDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the source files of services and tests, as links and annotations of a report need them. */
final class SourceFiles {
    private final Path root;
    private final Map<String, List<Path>> foldersOfModule = new HashMap<>();
    private final Map<String, Optional<String>> paths = new HashMap<>();

    private SourceFiles(Workspace workspace) {
        this.root = root(workspace);
        workspace.modules().forEach(module -> foldersOfModule.put(module.name(), folders(module.base())));
    }

    /** Returns the places of the services, canaries, test classes and test methods whose files exist. */
    static Map<String, ReportDetails.Source> find(Workspace workspace, Inventory inventory) {
        SourceFiles files = new SourceFiles(workspace);
        Map<String, ReportDetails.Source> found = new HashMap<>();
        inventory.services().forEach(one -> files.put(found, one.name(), one.module(), one.location()));
        for (CanaryClass canary : inventory.canaries()) {
            files.put(found, canary.name(), canary.module(), canary.location());
        }
        inventory.testClasses().forEach(test -> {
            files.put(found, test.name(), test.module(), test.location());
            test.methods()
                    .forEach(method ->
                            files.put(found, method.runsIn() + "." + method.name(), test.module(), method.location()));
        });
        return found;
    }

    private void put(Map<String, ReportDetails.Source> found, String name, String module, Location location) {
        path(module, location).ifPresent(path -> found.put(name, new ReportDetails.Source(path, location.line())));
    }

    private Optional<String> path(String module, Location location) {
        int end = location.className().lastIndexOf('.');
        String name = (end < 0 ? "" : location.className().substring(0, end + 1).replace('.', '/')) + location.file();
        return paths.computeIfAbsent(
                module + ":" + name, key -> foldersOfModule.getOrDefault(module, List.of()).stream()
                        .flatMap(folder -> InputFile.below(folder, name).stream())
                        .map(Path::normalize)
                        .filter(file -> file.startsWith(root))
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .findFirst());
    }

    /** The root of the repository; without one, the folder that holds all modules. */
    private static Path root(Workspace workspace) {
        Path common = workspace.modules().stream()
                .map(module -> module.base().toAbsolutePath().normalize())
                .reduce((one, other) -> {
                    Path above = one;
                    while (above.getParent() != null && !other.startsWith(above)) {
                        above = above.getParent();
                    }
                    return above;
                })
                .orElse(Path.of("").toAbsolutePath());
        return RepositoryRoot.ofGit(common).orElse(common);
    }

    private static List<Path> folders(Path base) {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> sets = Files.list(base.toAbsolutePath().normalize().resolve("src"))) {
            sets.sorted()
                    .flatMap(set -> Stream.of("java", "kotlin", "groovy").map(set::resolve))
                    .filter(Files::isDirectory)
                    .forEach(folders::add);
        } catch (IOException none) {
            return List.of();
        }
        return folders;
    }
}

package dev.andon.internal.audit;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.ModuleName;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.text.BuildTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The modules and class folders of a built Maven or Gradle project.
 *
 * @param workspace its modules with their class folders
 * @param notes what the reader of the report must know of the folders, one sentence each
 */
public record FolderWorkspace(Workspace workspace, List<String> notes) {

    /**
     * Reads the folders, and changes nothing in them.
     *
     * @throws ConfigurationException if it is no folder, no project of Maven or Gradle, not built, or cannot be read
     */
    public static FolderWorkspace of(Path folder) {
        Path base = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(base)) {
            throw new ConfigurationException(
                    base + " is not a folder: name the folder of a built Maven or Gradle project");
        }
        List<Module> modules = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            ProjectFolders folders = ProjectFolders.of(base);
            notes.addAll(folders.notes());
            List<Path> built = new ArrayList<>();
            for (Path module : folders.modules()) {
                if (!BuildFiles.roots(module, "").isEmpty()) {
                    built.add(module);
                }
            }
            Map<Path, String> names = ModuleName.distinct(built);
            for (Path module : folders.modules()) {
                String name = names.get(module);
                if (name == null) {
                    unbuilt(module, folders.onlyByProfile(module), notes);
                } else {
                    collect(module, name, modules, notes);
                }
            }
        } catch (IOException unreadable) {
            throw new ConfigurationException(base + " cannot be read: " + unreadable);
        }
        if (modules.isEmpty()) {
            throw new ConfigurationException(nothing(base));
        }
        return new FolderWorkspace(new Workspace(List.copyOf(modules)), List.copyOf(notes));
    }

    private static void collect(Path base, String name, List<Module> modules, List<String> notes) throws IOException {
        List<ClassRoot> roots = BuildFiles.roots(base, name);
        modules.add(new Module(name, base, base.resolve(BuildTool.maven(base) ? "target" : "build"), roots));
        ClassFileFreshness.note(name, base, roots).ifPresent(notes::add);
    }

    private static void unbuilt(Path base, boolean mayBeAbsent, List<String> notes) throws IOException {
        if (!mayBeAbsent && ClassFileFreshness.hasSources(base)) {
            notes.add("module " + ModuleName.of(base)
                    + " has sources and no class files: it is not built, so nothing in it is judged");
        }
    }

    private static String nothing(Path base) {
        if (BuildTool.maven(base)) {
            return base + " is not built: there are no class files; run `mvn verify` in it first";
        }
        if (BuildTool.gradle(base)) {
            return base + " is not built: there are no class files; run `gradle build` in it first";
        }
        return base + " holds no pom.xml and no build.gradle(.kts): name the folder of a built Maven or Gradle project";
    }

    static List<Path> folders(Path base) throws IOException {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(base)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
